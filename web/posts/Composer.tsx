import type { Post } from '@mayfly/contract/posts'
import { lazy, Suspense } from 'react'
import { create } from 'zustand'
import { useSession } from '../session/use-session.ts'

/** What a new post is about: the post that it answers, or the one that it quotes. */
export interface Occasion {
  replyTo?: Post | undefined
  quote?: Post | undefined
}

interface ComposerState {
  /** Undefined while nothing is written. */
  occasion: Occasion | undefined
  open: (occasion?: Occasion) => void
  close: () => void
}

/** Whether something is being written. */
export const useComposer = create<ComposerState>((set) => ({
  occasion: undefined,
  open: (occasion = {}) => set({ occasion }),
  close: () => set({ occasion: undefined }),
}))

export const fetchComposer = () => import('./ComposerDialog.tsx')

const ComposerDialog = lazy(async () => ({ default: (await fetchComposer()).ComposerDialog }))

/** Where posts and replies are written; fetched when it is first opened. */
export function Composer() {
  const { occasion, close } = useComposer()
  const { me } = useSession()
  return <Suspense>{occasion && me && <ComposerDialog {...{ me, occasion, close }} />}</Suspense>
}
