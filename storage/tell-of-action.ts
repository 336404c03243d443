import type { Action } from '@mayfly/contract/moderation'
import { actionColumns } from './case-columns.ts'
import { noteNotices } from './notify.ts'
import { type Statement, sql } from './sql.ts'

/** What is said of an action, under an id that sorts by its time and carries its end. */
export interface Notices {
  id: string
  /** To the one whom it is about. */
  person: string | undefined
  reporters: string | undefined
}

/** A line of the log, and who was told of it. */
export type ToldAction = Action & { toldIds: string[] }

/**
 * The end of a statement that adds the line `a` to the log: tells whom it is about, and who reported. What is said of
 * the same case again takes the place of what was said before.
 * @param person other words for the one whom it is about, where the statement itself finds out which
 */
export const tellOfAction = (
  notices: Notices,
  person: Statement = sql`${notices.person ?? null}::text`,
) => sql`
  told as (${noteNotices(sql`
    select u.id as to_id, a.case_id as about_id, ${notices.id}::uuid as id, ${person} as words
    from a join users u on u.id = a.person_id
    where ${notices.person ?? null}::text is not null
    union all
    select r.reporter_id, a.case_id, ${notices.id}::uuid, ${notices.reporters ?? null}
    from a join reports r on r.case_id = a.case_id
    where ${notices.reporters ?? null}::text is not null
    order by 1`)}
  )
  select ${actionColumns}, (select coalesce(json_agg(to_id), '[]') from told) as "toldIds" from a`
