import type { Post } from '@mayfly/contract/posts'
import { create } from 'zustand'

interface ComposerState {
  isOpen: boolean
  replyTo: Post | undefined
  open: (replyTo?: Post) => void
  close: () => void
}

export const useComposer = create<ComposerState>((set) => ({
  isOpen: false,
  replyTo: undefined,
  open: (replyTo) => set({ isOpen: true, replyTo }),
  close: () => set({ isOpen: false, replyTo: undefined }),
}))

export function Composer() {
  return null
}
