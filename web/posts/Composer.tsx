import { lazy, Suspense } from 'react'
import { useSession } from '../session/use-session.ts'
import { useComposer } from './composer-store.ts'

export const fetchComposer = () => import('./ComposerDialog.tsx')

const ComposerDialog = lazy(async () => ({ default: (await fetchComposer()).ComposerDialog }))

/** Where posts and replies are written; fetched when it is first opened. */
export function Composer() {
  const { occasion, close } = useComposer()
  const { me } = useSession()
  return <Suspense>{occasion && me && <ComposerDialog {...{ me, occasion, close }} />}</Suspense>
}
