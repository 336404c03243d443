import type { Post } from '@mayfly/contract/posts'
import { lazy, Suspense } from 'react'
import { create } from 'zustand'
import { useSession } from '../session/use-session.ts'

interface ComposerState {
  isOpen: boolean
  replyTo: Post | undefined
  /** Opens it for a new post, or for the answer to one. */
  open: (replyTo?: Post) => void
  close: () => void
}

/** Whether something is being written. */
export const useComposer = create<ComposerState>((set) => ({
  isOpen: false,
  replyTo: undefined,
  open: (replyTo) => set({ isOpen: true, replyTo }),
  close: () => set({ isOpen: false, replyTo: undefined }),
}))

export const fetchComposer = () => import('./ComposerDialog.tsx')

const ComposerDialog = lazy(async () => ({ default: (await fetchComposer()).ComposerDialog }))

/** Where posts and replies are written; fetched when it is first opened. */
export function Composer() {
  const { isOpen, replyTo, close } = useComposer()
  const { me } = useSession()
  return <Suspense>{isOpen && me && <ComposerDialog {...{ me, replyTo, close }} />}</Suspense>
}
