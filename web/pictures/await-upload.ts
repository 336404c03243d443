import type { LiveEvent } from '@mayfly/contract/live'
import type { Upload } from '@mayfly/contract/pictures'
import { Refusal } from '@mayfly/contract/refusal'
import { api } from '../api.ts'
import { t } from '../language/words.ts'
import { onLive } from '../live/live.ts'
import { pause, untilOnline } from './online.ts'

const STEP_MILLISECONDS = 1_000
const LONGEST_WAIT_MILLISECONDS = 4_000
const PATIENCE_MILLISECONDS = 60_000

/** How long to wait for news before asking without, after so many times. Milliseconds. */
const waitAfter = (times: number): number =>
  Math.min(LONGEST_WAIT_MILLISECONDS, STEP_MILLISECONDS * (times + 1))

/**
 * Finds out what became of an upload, until it is ready or refused, for a minute: asks when there is news of it,
 * and every few seconds in any case. A line that breaks meanwhile is borne.
 */
export async function awaitUpload(id: string, signal: AbortSignal): Promise<Upload> {
  const end = performance.now() + PATIENCE_MILLISECONDS
  let news = Promise.withResolvers<void>()
  const stop = onLive((event) => {
    if (isAbout(id, event)) news.resolve()
  })
  try {
    for (let times = 0; performance.now() < end; times += 1) {
      await untilOnline(signal)
      await Promise.race([news.promise, pause(waitAfter(times), signal)])
      // News that come while the answer is on its way are later than it, and count.
      news = Promise.withResolvers<void>()
      const upload = await askOnce(id)
      signal.throwIfAborted()
      if (upload && upload.state !== 'waiting') return upload
    }
  } finally {
    stop()
  }
  throw new Error(t('The picture arrived, but preparing it takes too long. Please try again.'))
}

const isAbout = (id: string, event: LiveEvent) =>
  event.type === 'catch-up' || (event.type === 'picture' && event.uploadId === id)

async function askOnce(id: string): Promise<Upload | undefined> {
  try {
    return await api.showUpload({ id })
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'unavailable' && error.code !== 'too-many') throw error
    return undefined
  }
}
