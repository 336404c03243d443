import { Lightbox } from './pictures/Lightbox.tsx'
import { Composer, useComposer } from './posts/Composer.tsx'
import { useSession } from './session/use-session.ts'
import { AppShell } from './ui/AppShell.tsx'
import { useShortcuts } from './use-shortcuts.ts'

const compose = () => useComposer.getState().open()

/** The app's frame, with the composer at hand on every page. */
export function Frame() {
  const { state } = useSession()
  useShortcuts(compose)
  return (
    <>
      <AppShell compose={compose} />
      {state !== 'signed-out' && <Composer />}
      <Lightbox />
    </>
  )
}
