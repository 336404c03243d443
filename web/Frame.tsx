import { lazy, Suspense } from 'react'
import { useSession } from './session/use-session.ts'
import { AppShell } from './ui/AppShell.tsx'
import { useShortcuts } from './use-shortcuts.ts'

const loadComposer = () => import('./posts/Composer.tsx')
const Composer = lazy(async () => ({ default: (await loadComposer()).Composer }))

/** The app's frame with the composer in it, which is fetched after the first page. */
export function Frame() {
  const { state } = useSession()
  const isVisitor = state === 'signed-out'
  useShortcuts(compose)
  return (
    <>
      <AppShell compose={compose} />
      <Suspense>{!isVisitor && <Composer />}</Suspense>
    </>
  )
}

function compose(): void {
  void loadComposer().then(({ useComposer }) => useComposer.getState().open())
}
