import type { Upload } from '@mayfly/contract/pictures'

/** Where one upload is. `failed` may be tried again; `refused` is the last word on this file. */
export type UploadState =
  | { step: 'checking' }
  | { step: 'paused' }
  | { step: 'sending'; progress: number }
  | { step: 'preparing' }
  | { step: 'ready'; upload: Upload }
  | { step: 'failed'; sentence: string }
  | { step: 'refused'; sentence: string }

export type UploadEvent =
  | { type: 'begins' }
  /** The share of the bytes that is sent, from 0 to 1. */
  | { type: 'progresses'; progress: number }
  | { type: 'loses-line' }
  | { type: 'is-sent' }
  | { type: 'is-ready'; upload: Upload }
  | { type: 'fails'; sentence: string }
  | { type: 'is-refused'; sentence: string }
  | { type: 'starts-again' }

export const firstUploadState: UploadState = { step: 'checking' }

/** Whether it goes on by itself. */
export const isUnderWay = ({ step }: UploadState): boolean =>
  step === 'checking' || step === 'paused' || step === 'sending' || step === 'preparing'

/** What an event makes of a state. What comes too late changes nothing: the same state is returned. */
export function nextUploadState(state: UploadState, event: UploadEvent): UploadState {
  if (event.type === 'starts-again') return state.step === 'failed' ? firstUploadState : state
  if (!isUnderWay(state)) return state
  switch (event.type) {
    case 'begins':
      return { step: 'sending', progress: 0 }
    case 'progresses':
      return state.step === 'sending' ? withProgress(state, event.progress) : state
    case 'loses-line':
      return state.step === 'paused' ? state : { step: 'paused' }
    case 'is-sent':
      return { step: 'preparing' }
    case 'is-ready':
      return { step: 'ready', upload: event.upload }
    case 'fails':
      return { step: 'failed', sentence: event.sentence }
    case 'is-refused':
      return { step: 'refused', sentence: event.sentence }
  }
}

/** Never backwards, and never past the end. */
function withProgress(state: UploadState & { step: 'sending' }, progress: number): UploadState {
  const next = Math.min(1, Math.max(state.progress, progress))
  return next === state.progress ? state : { step: 'sending', progress: next }
}
