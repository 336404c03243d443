import { Lightbox } from './pictures/Lightbox.tsx'
import { Composer, useComposer } from './posts/Composer.tsx'
import { useSession } from './session/use-session.ts'
import { AppShell } from './ui/AppShell.tsx'
import { useAppBadge } from './ui/use-app-badge.ts'
import { useUnreadInAll } from './unread.ts'
import { useShortcuts } from './use-shortcuts.ts'

const compose = () => useComposer.getState().open()

/** The app's frame, with the composer at hand on every page. */
export function Frame() {
  const { state } = useSession()
  useShortcuts(compose)
  useAppBadge(useUnreadInAll())
  return (
    <>
      <AppShell compose={compose} />
      {state !== 'signed-out' && <Composer />}
      <Lightbox />
    </>
  )
}
