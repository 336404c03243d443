import type { Upload } from '@mayfly/contract/pictures'
import { Refusal } from '@mayfly/contract/refusal'
import { api } from '../api.ts'
import { pause, untilOnline } from './online.ts'

const FIRST_WAIT_MILLISECONDS = 250
const LONGEST_WAIT_MILLISECONDS = 1_000
const PATIENCE_MILLISECONDS = 60_000

/** How long to wait before asking once more, after so many times. Milliseconds. */
const waitAfter = (times: number): number =>
  Math.min(LONGEST_WAIT_MILLISECONDS, FIRST_WAIT_MILLISECONDS * 1.4 ** times)

/** Asks what became of an upload until it is ready or refused, for a minute. A line that breaks meanwhile is borne. */
export async function awaitUpload(id: string, signal: AbortSignal): Promise<Upload> {
  const end = performance.now() + PATIENCE_MILLISECONDS
  for (let times = 0; performance.now() < end; times += 1) {
    await untilOnline(signal)
    await pause(waitAfter(times), signal)
    const upload = await askOnce(id)
    signal.throwIfAborted()
    if (upload && upload.state !== 'waiting') return upload
  }
  throw new Error('The picture arrived, but preparing it takes too long. Please try again.')
}

async function askOnce(id: string): Promise<Upload | undefined> {
  try {
    return await api.showUpload({ id })
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'unavailable' && error.code !== 'too-many') throw error
    return undefined
  }
}
