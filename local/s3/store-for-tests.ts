import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { S3, type S3ClientConfig } from '@aws-sdk/client-s3'
import type { S3Event } from 'aws-lambda'
import type { BucketOptions } from './buckets.ts'
import { credentials, region } from './credentials-for-tests.ts'
import type { NotificationFailure } from './delivery.ts'
import { startObjectStore } from './object-store.ts'
import type { ObjectStoreOptions } from './store.ts'

export const Bucket = 'raw'

const day = 24 * 60 * 60 * 1000
const opened: (() => Promise<unknown>)[] = []

/** Stops every store that a test opened and removes its folder. */
export async function closeStores(): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close()
}

/** The SDK would warn of streams that can't be sent twice. */
const silent = { trace() {}, debug() {}, info() {}, warn() {}, error() {} }

export function clientFor(url: string, changes: S3ClientConfig = {}): S3 {
  const client = new S3({
    logger: silent,
    endpoint: url,
    region,
    credentials,
    maxAttempts: 1,
    forcePathStyle: true,
    ...changes,
  })
  opened.push(async () => client.destroy())
  return client
}

export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mayfly-s3-'))
  opened.push(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 's3')
}

export type House = Awaited<ReturnType<typeof openHouse>>

type Changes = Partial<ObjectStoreOptions> & { bucket?: BucketOptions }

/** A store of its own for one test, with the AWS SDK's client to it and a clock that the test moves. */
export async function openHouse({ bucket, ...changes }: Changes = {}) {
  const dataDir = changes.dataDir ?? (await makeFolder())
  const clock = { now: new Date() }
  const events: S3Event[] = []
  const failures: NotificationFailure[] = []
  const errors: unknown[] = []
  const notify = async (event: S3Event) => void events.push(event)
  const options: ObjectStoreOptions = {
    dataDir,
    region,
    credentials,
    buckets: { [Bucket]: { notify, ...bucket }, other: {} },
    now: () => clock.now,
    onNotificationFailure: (failure) => failures.push(failure),
    onError: (error) => errors.push(error),
    notifications: { retryDelaysMilliseconds: [20, 40] },
    ...changes,
  }
  let store = await startObjectStore(options)
  let client = clientFor(store.url)
  opened.push(() => store.stop())

  return {
    dataDir,
    events,
    failures,
    /** Errors that the store calls its own. */
    errors,
    get store() {
      return store
    },
    get client() {
      return client
    },
    restart: async ({ bucket: later, ...laterChanges }: Changes = {}) => {
      await store.stop()
      if (later) options.buckets = { ...options.buckets, [Bucket]: later }
      store = await startObjectStore({ ...options, ...laterChanges })
      client = clientFor(store.url)
    },
    passDays: (days: number) => {
      clock.now = new Date(clock.now.getTime() + days * day)
    },
    setClock: (now: Date) => {
      clock.now = now
    },
    /** How many bodies lie on disk. */
    blobs: async () => (await readdir(join(dataDir, 'blobs'))).length,
  }
}

/** Waits until something is so, for ten seconds at most. */
export async function eventually(isSo: () => boolean | Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 1000; tries += 1) {
    if (await isSo()) return true
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return false
}
