import { create } from 'zustand'

/** What the announcer says; the number makes the same words new again. */
export const useAnnouncement = create<{ text: string; count: number }>(() => ({ text: '', count: 0 }))

/** Reads a sentence aloud to people who use a screen reader; nobody sees it. */
export function announce(text: string): void {
  useAnnouncement.setState(({ count }) => ({ text, count: count + 1 }))
}
