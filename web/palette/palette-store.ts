import { create } from 'zustand'

/** Whether the command palette is open. */
export const usePalette = create<{ isOpen: boolean; toggle: () => void; close: () => void }>((set) => ({
  isOpen: false,
  toggle: () => set(({ isOpen }) => ({ isOpen: !isOpen })),
  close: () => set({ isOpen: false }),
}))
