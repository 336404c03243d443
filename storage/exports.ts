import type { Export } from '@mayfly/contract/exports'
import type { Database } from './database.ts'
import { sql } from './sql.ts'
import { isVisible } from './visibility.ts'

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000
const SWEEP_BATCH = 500

/** An export whose turn it is, for as long as it was taken for. */
export interface TakenExport {
  id: string
  personId: string
  /** As it was when they asked. */
  email: string | null
  /** How often it was begun, this time included. */
  tries: number
  takenUntil: string
}

/** An export's file, whose time is over. */
export interface EndedExport {
  id: string
  personId: string
}

/** What a person is told of their export; where its file is, objects tell. */
interface Found extends Pick<Export, 'endsAt' | 'bytes'> {
  id: string
  state: Exclude<Export['state'], 'none'>
  askedAt: string
}

const aDayBefore = (now: Date) => new Date(now.getTime() - DAY_MILLISECONDS)

/** Copies of what is a person's own: who asked for one, whose turn it is, and when they are over. */
export const exportStore = (database: Database) => ({
  /** @returns false when the person asked within a day, and it did not fail; or is gone */
  ask: async (id: string, personId: string, email: string, now: Date): Promise<boolean> =>
    (await database.change(sql`
      insert into exports (id, person_id, email, asked_at)
      select ${id}::uuid, u.id, ${email}, ${now}::timestamptz
      from users u
      where u.id = ${personId} and ${isVisible}
        and not exists (
          select from exports e
          where e.person_id = u.id and e.state <> 'failed' and e.asked_at > ${aDayBefore(now)})
      on conflict (person_id) where state = 'waiting' do nothing`)) > 0,

  /** The latest one of a person, unless it was over a day ago. */
  find: (personId: string, now: Date) =>
    database.first<Found>(sql`
      select id, asked_at as "askedAt", ends_at as "endsAt", bytes::float8 as bytes,
        case when state = 'ready' and (ends_at <= ${now} or removed_at is not null) then 'over' else state end as state
      from exports
      where person_id = ${personId} and (state = 'waiting' or coalesce(ready_at, asked_at) > ${aDayBefore(now)})
      order by asked_at desc
      limit 1`),

  /** Takes the one that waits for longest, until then. One that was begun and never ended comes again. */
  take: (until: Date, now: Date) =>
    database.first<TakenExport>(sql`
      update exports e set taken_until = ${until}, tries = e.tries + 1
      from (
        select e.id from exports e join users u on u.id = e.person_id
        where e.state = 'waiting' and (e.taken_until is null or e.taken_until <= ${now}) and ${isVisible}
        order by e.asked_at limit 1 for update of e skip locked
      ) next
      where e.id = next.id
      returning e.id, e.person_id as "personId", e.email, e.tries, e.taken_until as "takenUntil"`),

  /** Leaves it to the next one who asks. */
  giveBack: ({ id, takenUntil }: TakenExport) =>
    database.change(sql`
      update exports set taken_until = null, tries = tries - 1
      where id = ${id} and state = 'waiting' and taken_until = ${takenUntil}::timestamptz`),

  /** @returns false when somebody else has taken it since */
  finish: async (
    { id, takenUntil }: TakenExport,
    { readyAt, endsAt, bytes }: { readyAt: Date; endsAt: Date; bytes: number },
  ): Promise<boolean> =>
    (await database.change(sql`
      update exports set state = 'ready', email = null, ready_at = ${readyAt}, ends_at = ${endsAt}, bytes = ${bytes}
      where id = ${id} and state = 'waiting' and taken_until = ${takenUntil}::timestamptz`)) > 0,

  /** Gives it up. There may be a file all the same, which goes at once. */
  fail: ({ id, takenUntil }: TakenExport, now: Date) =>
    database.change(sql`
      update exports set state = 'failed', email = null, ends_at = ${now}
      where id = ${id} and state = 'waiting' and taken_until = ${takenUntil}::timestamptz`),

  /** Files that must go by now. */
  listEnded: (now: Date) =>
    database.rows<EndedExport>(sql`
      select id, person_id as "personId" from exports
      where removed_at is null and ends_at <= ${now}
      order by ends_at limit ${SWEEP_BATCH}`),

  /** All of a person's, whatever has become of them. */
  listAllOf: (personId: string) =>
    database.rows<EndedExport>(sql`
      select id, person_id as "personId" from exports where person_id = ${personId} limit ${SWEEP_BATCH}`),

  /** Notes that files are gone. What they were is told for a day. */
  noteRemoved: (ended: readonly EndedExport[], now: Date) =>
    database.change(sql`
      update exports set removed_at = ${now} where id = any(${ended.map(({ id }) => id)}::uuid[])`),

  /** Forgets what was over a day ago. */
  removeOver: (now: Date) =>
    database.change(sql`
      delete from exports where id = any(array(
        select id from exports
        where removed_at is not null and coalesce(ready_at, asked_at) <= ${aDayBefore(now)}
        limit ${SWEEP_BATCH}))`),

  /** Forgets these, whose files are gone. */
  remove: (gone: readonly EndedExport[]) =>
    database.change(sql`delete from exports where id = any(${gone.map(({ id }) => id)}::uuid[])`),
})
