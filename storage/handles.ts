import type { Database } from './database.ts'
import { type Statement, sql } from './sql.ts'
import { sweep } from './sweep.ts'
import { isVisible } from './visibility.ts'

/**
 * Who has a handle, or had it and still has its address. It is one or the other at every moment, so whoever looks in
 * the statement that takes a handle never finds it free while it is being left.
 */
export const ownerOf = (handle: string | Statement, now: Date): Statement => sql`(
  select id from users where handle = ${handle}::citext
  union all
  select user_id from former_handles where handle = ${handle}::citext and ends_at > ${now}
  limit 1)`

/** The same for several: a row for each `handle`, as it is asked for, with the `id` of its owner, if it has one. */
export const ownersOf = (handles: readonly string[], now: Date): Statement => sql`(
  select asked.handle::text, ${ownerOf(sql`asked.handle`, now)} as id
  from unnest(${handles}::citext[]) as asked (handle))`

/** Whether nobody but this person has a handle, or had it a short while ago. */
const isFreeFor = (personId: string | undefined, handle: string, now: Date) => sql`
  coalesce(${ownerOf(handle, now)} = ${personId ?? null}::uuid, not exists ${ownerOf(handle, now)})`

interface HandleChange {
  id: string
  handle: string
  /** When the handle that is left leads to this person no longer. */
  until: Date
  /** A person's changes are counted anew with the first one after this. */
  since: Date
  most: number
}

/** Who is called what, and who was. */
export const handleStore = (database: Database) => ({
  isFree: async (handle: string, personId: string | undefined, now: Date) => {
    const answer = await database.first<{ isFree: boolean }>(
      sql`select ${isFreeFor(personId, handle, now)} as "isFree"`,
    )
    return answer?.isFree ?? false
  },

  /**
   * Gives a person another handle, and keeps the one that they leave for them until its end. The handle that they have
   * already is no change. Undefined when there is no such person any more.
   */
  change: async ({ id, handle, until, since, most }: HandleChange, now: Date) => {
    const change = await database
      .first<{ outcome: 'changed' | 'taken' | 'too-many' }>(sql`
        with me as (
          select u.id, u.handle,
            case when u.handle_changes_since > ${since} then u.handle_changes_since else ${now} end as since,
            case when u.handle_changes_since > ${since} then u.handle_changes + 1 else 1 end as changes
          from users u where u.id = ${id} and ${isVisible}
          for update
        ), moving as (
          select * from me
          where handle <> ${handle}::citext and changes <= ${most} and ${isFreeFor(id, handle, now)}
        ), freed as (
          delete from former_handles f using moving where f.handle = ${handle}::citext
        ), kept as (
          insert into former_handles (handle, user_id, ends_at)
          select handle, id, ${until}::timestamptz from moving
          on conflict (handle) do update set user_id = excluded.user_id, ends_at = excluded.ends_at
        ), moved as (
          update users u set handle = ${handle}, handle_changes_since = m.since, handle_changes = m.changes
          from moving m where u.id = m.id
          returning u.id
        )
        select case
          when me.handle = ${handle}::citext or exists (select from moved) then 'changed'
          when me.changes > ${most} then 'too-many'
          else 'taken'
        end as outcome
        from me`)
      .catch(asTaken)
    return change?.outcome
  },

  /** Deletes the former handles that lead to nobody any more. */
  removeExpired: (now: Date) =>
    sweep(database, { table: sql`former_handles`, key: sql`handle`, end: sql`ends_at` }, now),
})

/** Postgres' unique_violation: somebody was quicker. */
function asTaken(error: { code?: string }) {
  if (error.code === '23505') return { outcome: 'taken' as const }
  throw error
}
