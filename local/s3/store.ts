import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Credentials } from '../sigv4.ts'
import { openBlobs } from './blobs.ts'
import type { BucketOptions } from './buckets.ts'
import { openChanges } from './changes.ts'
import { openDatabase } from './database.ts'
import type { NotificationFailure, NotificationSettings } from './delivery.ts'
import { openNotifications } from './notifications.ts'
import { openObjects } from './objects.ts'
import { openUploads } from './uploads.ts'

export type ObjectStoreOptions = {
  /** The folder of this part: made with mode 0700, its files with 0600. */
  dataDir: string
  /** The port on 127.0.0.1; any free one when missing or 0. */
  port?: number
  region: string
  /** The only credentials that may sign. */
  credentials: Credentials
  /** All buckets there are. What lies in a bucket that is no longer named stays on disk, out of reach. */
  buckets: Record<string, BucketOptions>
  /** The one clock of the house, for the times of objects. Signatures and policies go by the machine's clock, as the SDK does. */
  now: () => Date
  /** Told when a notification fails. */
  onNotificationFailure?: (failure: NotificationFailure) => void
  /** Told of errors that are our own fault; the caller got InternalError. */
  onError?: (error: unknown) => void
  /** As Lambda does it: three attempts. The pauses are shorter here: 1 and 10 seconds. */
  notifications?: Partial<NotificationSettings>
}

const defaultSettings: NotificationSettings = {
  retryDelaysMilliseconds: [1_000, 10_000],
  timeoutMilliseconds: 120_000,
  concurrency: 4,
}

export type Store = Awaited<ReturnType<typeof openStore>>

/** Opens everything that the store remembers, and sweeps away what a crash left half done. */
export async function openStore(options: ObjectStoreOptions) {
  const { dataDir, region, credentials, now } = options
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await chmod(dataDir, 0o700)
  const buckets = new Map(Object.entries(options.buckets))
  const database = await openDatabase(join(dataDir, 'index.sqlite'))
  const objects = openObjects(database)
  const uploads = openUploads(database)
  const blobs = await openBlobs(join(dataDir, 'blobs'))
  await blobs.sweep(new Set([...objects.blobs(), ...uploads.blobs()]))
  const notifications = openNotifications({
    database,
    buckets,
    deadLetterFile: join(dataDir, 'dead-letters.jsonl'),
    settings: { ...defaultSettings, ...options.notifications },
    onFailure: options.onNotificationFailure ?? (() => {}),
  })
  const changes = openChanges({ database, objects, blobs, notifications })
  const onError = options.onError ?? (() => {})
  return {
    region,
    credentials,
    buckets,
    now,
    onError,
    database,
    objects,
    uploads,
    blobs,
    notifications,
    changes,
  }
}
