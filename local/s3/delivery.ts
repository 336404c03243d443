import { open } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { S3Event } from 'aws-lambda'
import type { BucketOptions } from './buckets.ts'
import type { Database } from './database.ts'
import type { EventQueue, QueuedEvent } from './event-queue.ts'
import { withSequencer } from './object-event.ts'

export type NotificationSettings = {
  /** The pauses before the second, third … attempt; after the last one the event is a dead letter. */
  retryDelaysMilliseconds: number[]
  /** An attempt that takes longer has failed. */
  timeoutMilliseconds: number
  /** How many keys are told of at the same time. */
  concurrency: number
}

/** Told of each failed attempt. `deadLetterFile` is set when it was the last one. */
export type NotificationFailure = {
  bucket: string
  key: string
  eventName: string
  attempts: number
  error: unknown
  deadLetterFile?: string
}

export type DeliveryParts = {
  database: Database
  queue: EventQueue
  buckets: ReadonlyMap<string, BucketOptions>
  deadLetterFile: string
  settings: NotificationSettings
  onFailure: (failure: NotificationFailure) => void
}

/** One attempt. Answers with the milliseconds to wait before the next one, or nothing when the event is done with. */
export async function deliver(parts: DeliveryParts, id: number): Promise<number | undefined> {
  const { database, queue, buckets, settings } = parts
  const [shortest = 0] = settings.retryDelaysMilliseconds
  try {
    const event = queue.find(id)
    const notify = event && buckets.get(event.bucket)?.notify
    if (!event || !notify) return undefined
    const attempts = event.attempts + 1
    const body: S3Event = { Records: [withSequencer(event.record, id)] }
    const failure =
      event.attempts > settings.retryDelaysMilliseconds.length
        ? { error: new Error('The process ended during the last attempt.') }
        : await attempt(parts, id, attempts, () => notify(body))
    const pause = failure && settings.retryDelaysMilliseconds[attempts - 1]
    if (failure)
      await tell(parts, event, { attempts, error: failure.error, isLast: pause === undefined }, body)
    if (pause === undefined) await database.commit(() => queue.remove(id))
    return pause
  } catch {
    // The index could not be written, or is closed. The event is still in it.
    return shortest
  }
}

/** Counts an attempt, then makes it. Answers with why it failed, if it did. */
async function attempt(
  { database, queue, settings }: DeliveryParts,
  id: number,
  attempts: number,
  work: () => Promise<unknown>,
) {
  await database.commit(() => queue.setAttempts(id, attempts))
  return failureOf(work, settings.timeoutMilliseconds)
}

async function failureOf(work: () => Promise<unknown>, milliseconds: number) {
  const patience = new AbortController()
  const tooLate = wait(milliseconds, undefined, { signal: patience.signal }).then(() => {
    throw new Error(`The notification took longer than ${milliseconds} milliseconds.`)
  })
  try {
    await Promise.race([tooLate, Promise.resolve().then(work)])
    return undefined
  } catch (error) {
    return { error }
  } finally {
    tooLate.catch(() => {})
    patience.abort()
  }
}

type Outcome = { attempts: number; error: unknown; isLast: boolean }

async function tell(
  parts: DeliveryParts,
  event: QueuedEvent,
  outcome: Outcome,
  body: S3Event,
): Promise<void> {
  const { deadLetterFile } = parts
  const { attempts, error, isLast } = outcome
  const { bucket, key, record } = event
  if (isLast) await appendLine(deadLetterFile, { attempts, error: String(error), event: body })
  const failure = { bucket, key, eventName: record.eventName, attempts, error }
  parts.onFailure(isLast ? { ...failure, deadLetterFile } : failure)
}

async function appendLine(path: string, content: unknown): Promise<void> {
  const file = await open(path, 'a', 0o600)
  try {
    await file.appendFile(`${JSON.stringify(content)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}
