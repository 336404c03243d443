import type { SignedInPlace } from '@mayfly/contract/account'
import { limits } from '@mayfly/contract/limits'
import { Refusal } from '@mayfly/contract/refusal'
import type { Database } from './database.ts'
import { sql } from './sql.ts'
import { sweep } from './sweep.ts'

/** A sign-in of somebody, as Cognito's tokens name it. */
export interface SignIn {
  /** The `origin_jti` of all its tokens. */
  id: string
  personId: string
  beganAt: Date
  /** When its refresh token is over. */
  endsAt: Date
}

/** Where people are signed in. Cognito keeps the sessions and no list of them; here is the list, without any token. */
export const sessionStore = (database: Database) => ({
  /**
   * Notes that a session begins or goes on. With one too many, the one that is unused for longest ends.
   * @returns false when it was ended, and must not go on
   */
  use: async ({ id, personId, beganAt, endsAt }: SignIn, device: string, now: Date): Promise<boolean> =>
    (await database.change(sql`
      with crowded as (
        update sessions set ended_at = ${now}
        where id in (
          select id from sessions
          where person_id = ${personId} and id <> ${id} and ended_at is null and expires_at > ${now}
          order by last_used_at desc
          offset ${limits.sessionsMost - 1})
      )
      insert into sessions (id, person_id, device, began_at, last_used_at, expires_at)
      values (${id}, ${personId}, ${device}, ${beganAt}, ${now}, ${endsAt})
      on conflict (id) do update set last_used_at = ${now}, device = ${device}
      where sessions.person_id = ${personId} and sessions.ended_at is null`)) > 0,

  /** @throws Refusal `signed-out` when this session of this person is over */
  check: async ({ sessionId, userId }: { sessionId: string; userId: string }, now: Date): Promise<void> => {
    const live = await database.first(sql`
      select from sessions
      where id = ${sessionId} and person_id = ${userId} and ended_at is null and expires_at > ${now}`)
    if (live === undefined) throw new Refusal('signed-out', 'Your session is over. Please sign in again.')
  },

  /** Where a person is signed in, the place used last first. */
  list: (personId: string, currentId: string | undefined, now: Date) =>
    database.rows<SignedInPlace>(sql`
      select id, device, began_at as "beganAt", last_used_at as "lastUsedAt",
        id is not distinct from ${currentId ?? null}::uuid as "isThis"
      from sessions
      where person_id = ${personId} and ended_at is null and expires_at > ${now}
      order by last_used_at desc
      limit ${limits.sessionsMost}`),

  /** @returns whether there was such a session to end */
  end: async (id: string, personId: string, now: Date) =>
    (await database.change(sql`
      update sessions set ended_at = ${now}
      where id = ${id} and person_id = ${personId} and ended_at is null`)) > 0,

  /** Ends all sessions of a person but this one, or all. @returns their ids */
  endOthers: async (personId: string, keptId: string | undefined, now: Date): Promise<string[]> => {
    const ended = await database.rows<{ id: string }>(sql`
      update sessions set ended_at = ${now}
      where person_id = ${personId} and id is distinct from ${keptId ?? null}::uuid and ended_at is null
      returning id`)
    return ended.map(({ id }) => id)
  },

  /** Forgets sessions that can't go on any more, ended or not. @returns how many */
  removeOver: (now: Date) =>
    sweep(database, { table: sql`sessions`, key: sql`id`, end: sql`expires_at` }, now),
})
