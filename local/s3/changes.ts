import type { Blobs } from './blobs.ts'
import type { Database } from './database.ts'
import type { Notifications } from './notifications.ts'
import { type EventName, type EventOrigin, objectEvent } from './object-event.ts'
import type { Objects, StoredObject } from './objects.ts'

/** Throws when the object that is there, or that none is there, forbids the change. */
export type Condition = (current: StoredObject | undefined) => void

export type Changes = ReturnType<typeof openChanges>

type Parts = { database: Database; objects: Objects; blobs: Blobs; notifications: Notifications }

/**
 * The only way in which objects come and go: condition, index and event are one commit, and the old body is freed
 * after it. Resolved means: it survives a crash.
 */
export function openChanges({ database, objects, blobs, notifications }: Parts) {
  /** Puts an object in place of the one before. `along` joins the commit. When it fails, the new body is the caller's to free. */
  async function put(
    object: StoredObject,
    name: EventName,
    origin: EventOrigin,
    condition: Condition = () => {},
    along: () => void = () => {},
  ): Promise<void> {
    const { before, announce } = await database.commit(() => {
      const before = objects.find(object.bucket, object.key)
      condition(before)
      objects.put(object)
      along()
      const record = objectEvent(name, object, origin)
      return { before, announce: notifications.enqueue(object.bucket, object.key, record) }
    })
    announce()
    if (before) await blobs.free(before.pieces)
  }

  /** Removes an object, if there is one. */
  async function remove(
    bucket: string,
    key: string,
    origin: EventOrigin,
    condition: Condition = () => {},
  ): Promise<void> {
    const removed = await database.commit(() => {
      const before = objects.find(bucket, key)
      condition(before)
      if (!before) return undefined
      objects.remove(bucket, key)
      const record = objectEvent('ObjectRemoved:Delete', before, origin)
      return { before, announce: notifications.enqueue(bucket, key, record) }
    })
    removed?.announce()
    if (removed) await blobs.free(removed.before.pieces)
  }

  /** Removes an object that has expired, unless it was written anew meanwhile. No event tells of it. */
  async function expire({ bucket, key, pieces, modifiedAt }: StoredObject): Promise<void> {
    const isRemoved = await database.commit(() => {
      if (objects.find(bucket, key)?.modifiedAt !== modifiedAt) return false
      objects.remove(bucket, key)
      return true
    })
    if (isRemoved) await blobs.free(pieces)
  }

  return { put, remove, expire }
}
