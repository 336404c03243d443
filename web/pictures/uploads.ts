import type { PictureKind, pictureTypes, Upload } from '@mayfly/contract/pictures'
import { api } from '../api.ts'
import { say } from '../language/say.ts'
import { t } from '../language/words.ts'
import { sentenceFor } from '../ui/sentence-for.ts'
import { awaitUpload } from './await-upload.ts'
import { fitPicture, UnfitPicture } from './fit-picture.ts'
import { untilOnline } from './online.ts'
import { SendingFailed, sendForm } from './send-form.ts'
import { firstUploadState, nextUploadState, type UploadEvent, type UploadState } from './upload-state.ts'

/** An upload that goes on by itself. */
export interface RunningUpload {
  /** After it failed: from the beginning, with a new form. */
  retry: () => void
  /** Stops at whatever step it is, and throws away what has arrived. Nothing is shown any more. */
  cancel: () => void
}

/** Uploads a picture, at once. `show` is called with each new state, the first excepted. */
export function beginUpload(
  kind: PictureKind,
  file: File,
  show: (state: UploadState) => void,
): RunningUpload {
  const stop = new AbortController()
  let state = firstUploadState
  const note = (event: UploadEvent) => {
    const next = nextUploadState(state, event)
    if (next === state || stop.signal.aborted) return
    state = next
    show(state)
  }
  const run = () => void carry(kind, file, note, stop.signal)
  run()
  return {
    retry: () => {
      if (state.step !== 'failed') return
      note({ type: 'starts-again' })
      run()
    },
    cancel: () => {
      stop.abort()
      if (state.step === 'ready') discard(state.upload.id)
    },
  }
}

type FileType = (typeof pictureTypes)[number]
type Note = (event: UploadEvent) => void

/** From the check to the end, good or bad. Every failure becomes a state. */
async function carry(kind: PictureKind, file: File, note: Note, signal: AbortSignal): Promise<void> {
  try {
    const picture = await fitPicture(file)
    const upload = await throughBreaks(kind, picture, note, signal)
    if (upload.state === 'ready') note({ type: 'is-ready', upload })
    else
      note({
        type: 'is-refused',
        sentence: upload.problem === null ? t('This file was refused.') : say(upload.problem),
      })
  } catch (error) {
    if (error instanceof UnfitPicture) note({ type: 'is-refused', sentence: error.message })
    else note({ type: 'fails', sentence: sentenceOf(error) })
  }
}

/** Begins anew when the line comes back, and once when the form was over. */
async function throughBreaks(
  kind: PictureKind,
  picture: Blob,
  note: Note,
  signal: AbortSignal,
): Promise<Upload> {
  let isFormRenewed = false
  for (;;) {
    if (!navigator.onLine) note({ type: 'loses-line' })
    await untilOnline(signal)
    try {
      return await sendOnce(kind, picture, note, signal)
    } catch (error) {
      const isOffline = !navigator.onLine && !signal.aborted
      const isFormOver: boolean = error instanceof SendingFailed && error.reason === 'form' && !isFormRenewed
      if (!isOffline && !isFormOver) throw error
      isFormRenewed ||= isFormOver
    }
  }
}

async function sendOnce(kind: PictureKind, picture: Blob, note: Note, signal: AbortSignal): Promise<Upload> {
  const form = await api.startUpload({ kind, type: picture.type as FileType, bytes: picture.size })
  try {
    signal.throwIfAborted()
    note({ type: 'begins' })
    await sendForm(form, picture, {
      signal,
      onProgress: (progress) => note({ type: 'progresses', progress }),
    })
    note({ type: 'is-sent' })
    return await awaitUpload(form.id, signal)
  } catch (error) {
    discard(form.id)
    throw error
  }
}

/** What can't be thrown away now is swept after a day. */
function discard(id: string): void {
  api.discardUpload({ id }).catch(() => undefined)
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof SendingFailed)) return sentenceFor(error)
  if (error.reason === 'line') return t('The line broke while the picture was sent. Please try again.')
  if (error.reason === 'store') return t("Pictures can't be taken right now. Please try again in a moment.")
  return t('This picture could not be sent. Please try again, or choose it anew.')
}
