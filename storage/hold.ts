import { Refusal } from '@mayfly/contract/refusal'
import type { Database } from './database.ts'
import type { Copy, ObjectStore } from './objects.ts'
import { type Statement, sql } from './sql.ts'

/** How long copies may be without what they are for. Making them takes seconds. */
const DUE_MILLISECONDS = 5 * 60 * 1000

/** Copies of photos under new addresses. */
export interface CopiedPhotos {
  kind: 'held' | 'photo'
  /** What they are for, and a part of their addresses: a folder of held copies, or a post. */
  folder: string
  ownerId: string
  photos: readonly { id: string; copies: readonly Copy[] }[]
}

/**
 * Copies photos for a statement that follows. They are on the list of the doomed before they are made, and the statement
 * takes them off, with `arrived` and `spared`: whatever breaks in between, the sweep finds them.
 */
export async function copyPhotos(
  database: Database,
  objects: ObjectStore,
  { kind, folder, ownerId, photos }: CopiedPhotos,
  now: Date,
): Promise<void> {
  if (photos.length === 0) return
  const dueAt = new Date(now.getTime() + DUE_MILLISECONDS)
  await database.change(sql`
    insert into doomed_pictures (id, kind, owner_id, post_id, due_at)
    select id, ${kind}, ${ownerId}::uuid, ${folder}::uuid, ${dueAt}::timestamptz
    from unnest(${photos.map(({ id }) => id)}::uuid[]) as id`)
  await objects.copyProcessed(photos.flatMap(({ copies }) => copies)).catch((cause) => {
    const sentence = 'The photos could not be reached, and nothing was changed. Please try again in a moment.'
    throw Object.assign(new Refusal('unavailable', sentence), { cause })
  })
}

/** The copies that the sweep has not begun to take away. */
export const arrived = ({ folder, photos }: CopiedPhotos) => sql`
  arrived as (
    select id, post_id from doomed_pictures
    where id = any(${photos.map(({ id }) => id)}::uuid[]) and post_id = ${folder} and due_at is not null
    order by id for update
  )`

export const haveAllArrived = ({ photos }: CopiedPhotos) =>
  sql`(select count(*) from arrived) = ${photos.length}`

/** Takes them off the list, for each row of a part of the statement that needs them. */
export const spared = (needed: Statement) => sql`
  spared as (
    delete from doomed_pictures d using arrived, ${needed} needed
    where d.id = arrived.id and d.post_id = arrived.post_id
  )`
