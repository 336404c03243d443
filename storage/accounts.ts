import type { Database } from './database.ts'
import { type Statement, sql } from './sql.ts'

/** People in one go; who deletes them comes again. */
const PORTION = 10
/** How long whoever takes an account has for the user pool; then it is another's turn. */
const POOL_TURN_MILLISECONDS = 60_000
const BATCH = 1_000

/** Accounts that are given up, from the asking to the end. */
export const accountStore = (database: Database) => ({
  /** When an account is to be deleted; undefined when it is not. */
  findLeaving: async (id: string): Promise<Date | undefined> => {
    const leaving = await database.first<{ deletesAt: string }>(sql`
      select deletes_at as "deletesAt" from users where id = ${id} and deletes_at is not null`)
    return leaving && new Date(leaving.deletesAt)
  },

  /** Takes a person out of sight, to be deleted then. Asked again, the first time stays. */
  leave: (id: string, deletesAt: Date) =>
    database.change(
      sql`update users set deletes_at = coalesce(deletes_at, ${deletesAt}::timestamptz) where id = ${id}`,
    ),

  /** @returns false when it is too late, or was never asked for */
  restore: async (id: string, now: Date): Promise<boolean> =>
    (await database.change(sql`
      update users set deletes_at = null
      where id = ${id} and deletes_at > ${now} and deletion_tried_at is null`)) > 0,

  /** Those whose time is over, to be deleted from the user pool: from here on there is no way back. */
  takeForPool: async (now: Date): Promise<string[]> => {
    const before = new Date(now.getTime() - POOL_TURN_MILLISECONDS)
    const taken = await database.rows<{ id: string }>(sql`
      update users set deletion_tried_at = ${now}
      where id = any(array(
        select id from users
        where deletes_at <= ${now} and left_pool_at is null
          and (deletion_tried_at is null or deletion_tried_at <= ${before})
        order by deletion_tried_at nulls first, deletes_at
        limit ${PORTION} for update skip locked
      ))
      returning id`)
    return taken.map(({ id }) => id)
  },

  /** Lets the rest of an account be deleted, which nobody can sign in to any more. */
  noteLeftPool: (id: string, now: Date) =>
    database.change(sql`
      update users set left_pool_at = ${now} where id = ${id} and deletion_tried_at is not null`),

  /** Those who have left the user pool. Who was not tried for longest comes first. */
  takeLeaving: async (now: Date): Promise<string[]> => {
    const taken = await database.rows<{ id: string }>(sql`
      update users set deletion_tried_at = ${now}
      where id = any(array(
        select id from users where deletes_at <= ${now} and left_pool_at is not null
        order by deletion_tried_at, deletes_at
        limit ${PORTION} for update skip locked
      ))
      returning id`)
    return taken.map(({ id }) => id)
  },

  /** Deletes a batch of what hangs on a person by the thousand. @returns whether that is all gone */
  removeBelongings: async (id: string): Promise<boolean> => {
    for (const remove of belongings(id)) if ((await database.change(remove)) === BATCH) return false
    return true
  },

  /** Deletes a person who has left the user pool, with all that still hangs on them. */
  remove: (id: string) =>
    database.change(sql`delete from users where id = ${id} and left_pool_at is not null`),
})

/** The cascade would take these too, but all at once. */
const belongings = (id: string): Statement[] => [
  batchOf(sql`posts`, sql`author_id`, id, sql`id`),
  batchOf(sql`pictures`, sql`owner_id`, id, sql`id`),
  batchOf(sql`likes`, sql`person_id`, id, sql`post_id`),
  batchOf(sql`reposts`, sql`person_id`, id, sql`post_id`),
  batchOf(sql`bookmarks`, sql`person_id`, id, sql`post_id`),
  batchOf(sql`notifications`, sql`to_id`, id, sql`latest_id`),
  batchOfFollows(sql`follower_id`, id, sql`followee_id`),
  batchOfFollows(sql`followee_id`, id, sql`follower_id`),
  batchOf(sql`mutes`, sql`muter_id`, id, sql`muted_id`),
  batchOf(sql`mutes`, sql`muted_id`, id, sql`muter_id`),
  batchOf(sql`cases`, sql`person_id`, id, sql`id`),
  batchOf(sql`blocks`, sql`blocker_id`, id, sql`blocked_id`),
  batchOf(sql`blocks`, sql`blocked_id`, id, sql`blocker_id`),
]

/** @param key what tells the rows of one person apart */
const batchOf = (table: Statement, owner: Statement, id: string, key: Statement) => sql`
  delete from ${table} where ${owner} = ${id} and ${key} = any(array(
    select ${key} from ${table} where ${owner} = ${id} limit ${BATCH}))`

/** Follows count with both people, who are locked first, in the order in which all lock them. */
const batchOfFollows = (owner: Statement, id: string, other: Statement) => sql`
  with others as (
    select ${other} as id from follows where ${owner} = ${id} limit ${BATCH}
  ), locked as (
    select u.id from users u where u.id = ${id} or u.id = any(array(select id from others))
    order by u.id for no key update
  )
  delete from follows where ${owner} = ${id} and ${other} = any(array(select id from locked))`
