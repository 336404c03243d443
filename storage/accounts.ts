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
  sql`delete from posts where id = any(array(select id from posts where author_id = ${id} limit ${BATCH}))`,
  sql`delete from pictures where id = any(array(select id from pictures where owner_id = ${id} limit ${BATCH}))`,
  sql`delete from likes where person_id = ${id} and post_id = any(array(
    select post_id from likes where person_id = ${id} limit ${BATCH}))`,
  sql`delete from reposts where person_id = ${id} and post_id = any(array(
    select post_id from reposts where person_id = ${id} limit ${BATCH}))`,
  sql`delete from bookmarks where person_id = ${id} and post_id = any(array(
    select post_id from bookmarks where person_id = ${id} limit ${BATCH}))`,
  sql`delete from notifications where to_id = ${id} and latest_id = any(array(
    select latest_id from notifications where to_id = ${id} limit ${BATCH}))`,
  sql`delete from follows where follower_id = ${id} and followee_id = any(array(
    select followee_id from follows where follower_id = ${id} limit ${BATCH}))`,
  sql`delete from follows where followee_id = ${id} and follower_id = any(array(
    select follower_id from follows where followee_id = ${id} limit ${BATCH}))`,
  sql`delete from mutes where muter_id = ${id} and muted_id = any(array(
    select muted_id from mutes where muter_id = ${id} limit ${BATCH}))`,
  sql`delete from mutes where muted_id = ${id} and muter_id = any(array(
    select muter_id from mutes where muted_id = ${id} limit ${BATCH}))`,
  sql`delete from cases where id = any(array(select id from cases where person_id = ${id} limit ${BATCH}))`,
  sql`delete from blocks where blocker_id = ${id} and blocked_id = any(array(
    select blocked_id from blocks where blocker_id = ${id} limit ${BATCH}))`,
  sql`delete from blocks where blocked_id = ${id} and blocker_id = any(array(
    select blocker_id from blocks where blocked_id = ${id} limit ${BATCH}))`,
]
