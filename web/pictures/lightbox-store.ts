import type { Photo } from '@mayfly/contract/pictures'
import { create } from 'zustand'

/** The photos of one post, at large. */
interface OpenLightbox {
  postId: string
  photos: readonly Photo[]
  /** Which one, from 0. */
  index: number
}

interface LightboxState {
  shown: OpenLightbox | undefined
  open: (shown: OpenLightbox) => void
  turn: (index: number) => void
  close: () => void
}

export const useLightbox = create<LightboxState>((set) => ({
  shown: undefined,
  open: (shown) => set({ shown }),
  turn: (index) =>
    set(({ shown }) => (shown?.photos[index] === undefined ? {} : { shown: { ...shown, index } })),
  close: () => set({ shown: undefined }),
}))
