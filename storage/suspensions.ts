import type { Suspension } from '@mayfly/contract/moderation'
import type { Database } from './database.ts'
import { sql } from './sql.ts'

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

/** As it is for everybody who may act. */
export const lifted = sql`suspended_at = null, suspended_until = null, suspended_for = null`
