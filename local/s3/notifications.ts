import { open } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { S3Event } from 'aws-lambda'
import type { BucketOptions } from './buckets.ts'
import type { Database } from './database.ts'
import { type EventQueue, openEventQueue, type QueuedEvent } from './event-queue.ts'
import { type UnsequencedRecord, withSequencer } from './object-event.ts'

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

type Parts = {
  database: Database
  buckets: ReadonlyMap<string, BucketOptions>
  deadLetterFile: string
  settings: NotificationSettings
  onFailure: (failure: NotificationFailure) => void
}

const patienceMilliseconds = 5_000

export type Notifications = ReturnType<typeof openNotifications>

/**
 * Delivers events at least once. They are queued in the very commit that changes the object, so that no crash
 * parts the two. An attempt is counted before it is made: an event that kills the process is not tried for ever.
 */
export function openNotifications(parts: Parts) {
  const { database, buckets, settings } = parts
  const queue = openEventQueue(database)
  const lines = new Map<string, number[]>()
  const ready: string[] = []
  const running = new Set<Promise<void>>()
  const pauses = new Set<NodeJS.Timeout>()
  let isStopped = false

  /** Lines up an event behind the others of its key. */
  function lineUp({ id, bucket, key }: Pick<QueuedEvent, 'id' | 'bucket' | 'key'>): void {
    const line = `${bucket}/${key}`
    const ids = lines.get(line)
    ids?.push(id)
    if (ids) return
    lines.set(line, [id])
    makeReady(line)
  }

  function makeReady(line: string): void {
    ready.push(line)
    while (!isStopped && running.size < settings.concurrency) {
      const next = ready.shift()
      if (next === undefined) return
      const turn = serve(next).then(() => void running.delete(turn))
      running.add(turn)
    }
  }

  async function serve(line: string): Promise<void> {
    const ids = lines.get(line) as number[]
    const pause = await deliver(parts, queue, ids[0] as number)
    if (pause === undefined) ids.shift()
    if (ids.length === 0) lines.delete(line)
    else resumeAfter(line, pause ?? 0)
  }

  function resumeAfter(line: string, milliseconds: number): void {
    if (isStopped) return
    const pause = setTimeout(() => {
      pauses.delete(pause)
      makeReady(line)
    }, milliseconds)
    pauses.add(pause)
  }

  return {
    /** To be called inside a commit. What it returns is to be called after the commit. */
    enqueue: (bucket: string, key: string, record: UnsequencedRecord): (() => void) => {
      if (!buckets.get(bucket)?.notify) return () => {}
      const id = queue.insert(bucket, key, record)
      return () => lineUp({ id, bucket, key })
    },

    /** Takes up what an earlier run left undelivered. */
    start: () => {
      const isHeard = ({ bucket }: { bucket: string }) => buckets.get(bucket)?.notify
      for (const event of queue.list().filter(isHeard)) lineUp(event)
    },

    /** Starts no further attempt and lets those under way finish for five seconds. The rest waits for the next start. */
    stop: async () => {
      isStopped = true
      for (const pause of pauses) clearTimeout(pause)
      const patience = new AbortController()
      const end = wait(patienceMilliseconds, undefined, { signal: patience.signal }).catch(() => {})
      await Promise.race([Promise.all(running), end])
      patience.abort()
    },
  }
}

/** One attempt. Answers with the milliseconds to wait before the next one, or nothing when the event is done with. */
async function deliver(parts: Parts, queue: EventQueue, id: number): Promise<number | undefined> {
  const { database, buckets, settings } = parts
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
        : await attempt(parts, queue, id, attempts, () => notify(body))
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
  { database, settings }: Parts,
  queue: EventQueue,
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

async function tell(parts: Parts, event: QueuedEvent, outcome: Outcome, body: S3Event): Promise<void> {
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
