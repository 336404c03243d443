import type { Action, Case } from '@mayfly/contract/moderation'
import type { Page } from '@mayfly/contract/pages'
import type { Photo } from '@mayfly/contract/pictures'
import type { ReportReason } from '@mayfly/contract/reports'
import { actionColumns, caseColumns } from './case-columns.ts'
import type { Database } from './database.ts'
import { before, type PageRequest, pageOf } from './pages.ts'
import { type Statement, sql } from './sql.ts'
import { sweep } from './sweep.ts'

const MOST_REPORTS = 20
const MOST_ACTIONS = 50
const MOST_CASES = 20
const SWEEP_BATCH = 500

/** A case with what only decisions need. */
export interface StoredCase extends Case {
  targetId: string
  conversationId: string | null
  personId: string | null
  expiresAt: string
  photos: Photo[]
  /** Where copies of them are; null when there are none. */
  folder: string | null
}

export type ReportInCase = { id: string; reason: ReportReason; words: string; createdAt: string }

/** What was reported, as moderators see it. */
export const caseStore = (database: Database) => {
  const actionsOf = (match: Statement) =>
    database.rows<Action>(sql`
      select ${actionColumns} from moderation_actions a where ${match} order by a.id desc limit ${MOST_ACTIONS}`)

  return {
    /** What waits for a decision, the most urgent first, then the oldest. */
    list: ({ cursor, limit }: PageRequest, now: Date): Promise<Page<Case>> =>
      pageOf<Case>(
        database,
        { limit },
        (count) => sql`
          select ${caseColumns(now)}
          from cases c
          where c.state = 'open' and c.expires_at > ${now} ${afterCase(cursor)}
          order by c.rank desc, c.id
          limit ${count}`,
        ({ id }) => id,
      ),

    find: (id: string, now: Date) =>
      database.first<StoredCase>(sql`
        select ${caseColumns(now)}, c.target_id as "targetId", c.conversation_id as "conversationId",
          c.person_id as "personId", c.expires_at as "expiresAt",
          case when c.kept_until > ${now} then coalesce(c.held->'photos', '[]') else '[]' end as photos,
          c.held->>'folder' as folder
        from cases c
        where c.id = ${id} and c.expires_at > ${now}`),

    /** What reporters said, the latest first. Their words go with the copy. */
    listReports: (id: string, now: Date) =>
      database.rows<ReportInCase>(sql`
        select r.id, r.reason, case when c.kept_until > ${now} then r.words else '' end as words,
          r.created_at as "createdAt"
        from reports r join cases c on c.id = r.case_id
        where r.case_id = ${id}
        order by r.id desc limit ${MOST_REPORTS}`),

    listOpenAbout: (personId: string, now: Date) =>
      database.rows<Case>(sql`
        select ${caseColumns(now)} from cases c
        where c.person_id = ${personId} and c.state = 'open' and c.expires_at > ${now}
        order by c.id desc limit ${MOST_CASES}`),

    /** What was done in a case, or about somebody; the latest first. */
    listActionsOf: (caseId: string, personId: string | null) =>
      actionsOf(sql`(a.case_id = ${caseId} or a.person_id = ${personId}::uuid)`),
    listActionsAbout: (personId: string) => actionsOf(sql`a.person_id = ${personId}`),

    findAction: (id: string) =>
      database.first<Action>(sql`select ${actionColumns} from moderation_actions a where a.id = ${id}`),

    listActions: (page: PageRequest) =>
      pageOf<Action>(
        database,
        page,
        (count) => sql`
          select ${actionColumns} from moderation_actions a
          where true ${before(page.cursor, sql`a.id`)}
          order by a.id desc limit ${count}`,
        ({ id }) => id,
      ),

    /** Lets go of copies and words whose time is over, and of whole cases. */
    removeExpired: async (now: Date): Promise<void> => {
      await database.change(sql`
        with over as (
          select id from cases where kept_until <= ${now} and held is not null
          order by kept_until limit ${SWEEP_BATCH} for update skip locked
        ), emptied as (
          update reports set words = '' where case_id in (select id from over)
        )
        update cases set held = null where id in (select id from over)`)
      await sweep(database, { table: sql`cases`, key: sql`id`, end: sql`expires_at` }, now)
    },

    /** Forgets the lines of the log from before. */
    removeActionsBefore: (start: Date) =>
      database.change(sql`delete from moderation_actions where created_at <= ${start}`),
  }
}

/** The queue after a case, which may have been decided since. */
const afterCase = (cursor: string | undefined) =>
  cursor === undefined
    ? sql``
    : sql`and exists (
        select from cases last where last.id = ${cursor}
          and (c.rank < last.rank or (c.rank = last.rank and c.id > last.id)))`
