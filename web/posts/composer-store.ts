import type { Post } from '@mayfly/contract/posts'
import { create } from 'zustand'

/** What is to be written: an answer, a quote, a draft that was begun, or something new. */
export interface Occasion {
  replyTo?: Post | undefined
  quote?: Post | undefined
  /** The key of the draft that is written on. */
  draft?: string
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
