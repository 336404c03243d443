import { create } from 'zustand'

/** Whether the list of keyboard shortcuts is shown. */
export const useShortcutHelp = create<{ isOpen: boolean; open: () => void; close: () => void }>((set) => ({
  isOpen: false,
  open: () => set({ isOpen: true }),
  close: () => set({ isOpen: false }),
}))
