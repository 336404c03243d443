import { type DeliveryParts, deliver } from './delivery.ts'
import { openEventQueue } from './event-queue.ts'
import { openLines } from './lines.ts'
import type { UnsequencedRecord } from './object-event.ts'

const patienceMilliseconds = 5_000

export type Notifications = ReturnType<typeof openNotifications>

/**
 * Delivers events at least once, those of one key in order. They are queued in the very commit that changes the
 * object, so that no crash parts the two.
 */
export function openNotifications(parts: Omit<DeliveryParts, 'queue'>) {
  const { database, buckets, settings } = parts
  const queue = openEventQueue(database)
  const lines = openLines(settings.concurrency, (id) => deliver({ ...parts, queue }, id))
  const isHeard = (bucket: string) => buckets.get(bucket)?.notify !== undefined

  return {
    /** To be called inside a commit. What it returns is to be called after the commit. */
    enqueue: (bucket: string, key: string, record: UnsequencedRecord): (() => void) => {
      if (!isHeard(bucket)) return () => {}
      const id = queue.insert(bucket, key, record)
      return () => lines.add(`${bucket}/${key}`, id)
    },

    /** Takes up what an earlier run left undelivered. */
    start: (): void => {
      for (const { id, bucket, key } of queue.list()) {
        if (isHeard(bucket)) lines.add(`${bucket}/${key}`, id)
      }
    },

    /** Starts no further attempt and lets those under way finish for five seconds. The rest waits for the next start. */
    stop: () => lines.stop(patienceMilliseconds),
  }
}
