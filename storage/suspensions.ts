import type { Suspension } from '@mayfly/contract/moderation'
import type { Database } from './database.ts'
import { type Statement, sql } from './sql.ts'

const columns = sql`
  u.suspended_at as since, u.suspended_until as until, coalesce(u.suspended_for, 'other') as reason`

/** Who may do nothing, for how long and why. */
export const suspensionStore = (database: Database) => ({
  /** Undefined for everybody who may act. What is over is lifted, whether or not the sweep has been there. */
  find: async (personId: string, now: Date): Promise<Suspension | undefined> => {
    const found = await database.first<Suspension>(
      sql`select ${columns} from users u where u.id = ${personId} and u.suspended_at is not null`,
    )
    if (found === undefined || found.until === null || Date.parse(found.until) > now.getTime()) return found
    await database.change(sql`
      update users set ${lifted} where id = ${personId} and suspended_until <= ${now}`)
    return undefined
  },

  /** Lets those back in whose time is over. @returns how many */
  liftExpired: (now: Date) =>
    database.change(sql`
      update users set ${lifted}
      where id = any(array(
        select id from users where suspended_until <= ${now} order by id for no key update
      ))`),
})

/**
 * Suspends whom a part of the statement is about. Of several suspensions the longest holds: a shorter one, decided for
 * something else, lets nobody back in before.
 * @param until its end; null for good
 */
export const suspended = (from: Statement, until: Date | null, reason: string, now: Date) => sql`
  update users u set suspended_at = ${now}, suspended_until = ${until}::timestamptz, suspended_for = ${reason}
  from ${from} c
  where u.id = c.person_id and (u.suspended_at is null or u.suspended_until < coalesce(${until}::timestamptz, 'infinity'))`

/** Takes back a suspension, a line `a` of the log in this part: what is left is the longest other one that still runs. */
export const unsuspended = (from: Statement, now: Date) => sql`
  update users u
  set suspended_at = other.created_at, suspended_until = other.ends_at, suspended_for = other.reason
  from ${from} a
  left join lateral (
    select s.created_at, s.reason, s.ends_at
    from (
      select m.*, date_trunc('second', m.created_at + make_interval(days => m.days)) as ends_at
      from moderation_actions m
      where m.person_id = a.person_id and m.kind = 'suspend' and m.id <> a.id
        and not exists (select from moderation_actions undoing where undoing.undoes = m.id)
    ) s
    where s.ends_at is null or s.ends_at > ${now}
    order by s.ends_at desc nulls first
    limit 1
  ) other on true
  where a.kind = 'suspend' and u.id = a.person_id`

/** As it is for everybody who may act. */
const lifted = sql`suspended_at = null, suspended_until = null, suspended_for = null`
