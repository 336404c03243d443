import { create } from 'zustand'

/** What somebody is about to report, and whose it is. */
export type Reported =
  | { kind: 'post'; id: string; handle: string }
  | { kind: 'person'; handle: string }
  | { kind: 'message'; conversationId: string; id: string; handle: string }

interface ReportingState {
  target: Reported | undefined
  open: (target: Reported) => void
  close: () => void
}

export const useReporting = create<ReportingState>((set) => ({
  target: undefined,
  open: (target) => set({ target }),
  close: () => set({ target: undefined }),
}))

/** Asks why, wherever one is. */
export const report = (target: Reported) => useReporting.getState().open(target)
