import type { LifecycleRule } from './buckets.ts'
import { forgetUpload } from './multipart-upload.ts'
import type { Store } from './store.ts'

const day = 24 * 60 * 60 * 1000

export type Swept = { objects: number; uploads: number }

/** Removes what the rules of the buckets say is over. Safe to run twice. As in S3, no ObjectRemoved tells of it. */
export async function sweepLifecycle(store: Store): Promise<Swept> {
  const swept = { objects: 0, uploads: 0 }
  for (const [bucket, { lifecycle = [] }] of store.buckets) {
    for (const rule of lifecycle) {
      swept.objects += await expireObjects(store, bucket, rule)
      swept.uploads += await abortUploads(store, bucket, rule)
    }
  }
  return swept
}

async function expireObjects(store: Store, bucket: string, { prefix, expireAfterDays }: LifecycleRule) {
  if (expireAfterDays === undefined) return 0
  const before = oldestKept(store.now(), expireAfterDays)
  const expired = store.objects.olderThan(bucket, before).filter(({ key }) => key.startsWith(prefix))
  await Promise.all(expired.map(store.changes.expire))
  return expired.length
}

async function abortUploads(store: Store, bucket: string, rule: LifecycleRule) {
  const { prefix, abortIncompleteUploadsAfterDays: days } = rule
  if (days === undefined) return 0
  const before = oldestKept(store.now(), days)
  const stale = store.uploads.olderThan(bucket, before).filter(({ key }) => key.startsWith(prefix))
  for (const { id } of stale) await forgetUpload(store, id)
  return stale.length
}

/** S3 rounds the end of the days up to the next midnight in UTC, so what is from today's last midnight stays. */
function oldestKept(now: Date, days: number): number {
  const midnight = Math.floor(now.getTime() / day) * day
  return midnight - days * day + 1
}
