import type { Photo } from '@mayfly/contract/pictures'
import type { Report, ReportedKind, ReportReason } from '@mayfly/contract/reports'
import type { Database } from './database.ts'
import { arrived, type CopiedPhotos, copyPhotos, haveAllArrived, spared } from './hold.ts'
import type { ObjectStore } from './objects.ts'
import { before, type PageRequest, pageOf } from './pages.ts'
import { authorAsJson } from './post-columns.ts'
import { type Statement, sql } from './sql.ts'
import { isVisibleTo } from './visibility.ts'

/** What somebody reports. */
export interface Target {
  kind: ReportedKind
  id: string
  conversationId: string | null
  personId: string
  /** The copy for moderators, as the contract has it. Empty for a person. */
  held: { content?: object; photos?: readonly Photo[]; folder?: string }
  /** What brings the photos in it to their folder. */
  copies: CopiedPhotos
}

export interface NewReport {
  id: string
  /** The case that it opens, if there is none yet. */
  caseId: string
  caseEndsAt: Date
  reporterId: string
  reason: ReportReason
  words: string
  urgency: number
}

/** A report as whoever made it may keep it. */
export interface WordedReport extends Report {
  words: string
  /** When it ends, or what was added does. */
  expiresAt: string
}

/** What people report. */
export const reportStore = (database: Database, objects: ObjectStore) => {
  const find = (reporterId: string, { kind, id }: Pick<Target, 'kind' | 'id'>, now: Date) =>
    database.first<Report>(sql`
      select ${columns(reporterId)}
      from reports r join cases c on c.id = r.case_id
      where r.reporter_id = ${reporterId} and c.kind = ${kind} and c.target_id = ${id} and c.expires_at > ${now}
      order by r.id desc limit 1`)

  /** Adds a report to the open case of its target, if there is one. */
  const join = (report: NewReport, { kind, id }: Target, now: Date) =>
    database.change(sql`
      with c as (
        select id from cases
        where kind = ${kind} and target_id = ${id} and state = 'open' and expires_at > ${now} for update
      ), r as (
        insert into reports (id, case_id, reporter_id, reason, words, created_at)
        select ${report.id}::uuid, c.id, ${report.reporterId}::uuid, ${report.reason}, ${report.words}, ${now}::timestamptz
        from c on conflict do nothing
        returning case_id
      )
      update cases set report_count = report_count + 1, urgency = greatest(urgency, ${report.urgency})
      where id in (select case_id from r)`)

  /** Opens a case with its first report. @returns 0 when somebody else was first, or a copy was too late */
  const open = (report: NewReport, { kind, id, conversationId, personId, held, copies }: Target, now: Date) =>
    database.change(sql`
      with ${arrived(copies)}, c as (
        insert into cases (id, kind, target_id, conversation_id, person_id, urgency, opened_at, held, kept_until, expires_at)
        select ${report.caseId}::uuid, ${kind}, ${id}::uuid, ${conversationId}::uuid, u.id, ${report.urgency},
          ${now}::timestamptz, ${JSON.stringify(held)}::jsonb, ${report.caseEndsAt}::timestamptz, ${report.caseEndsAt}::timestamptz
        from users u
        where u.id = ${personId} and ${haveAllArrived(copies)}
        on conflict do nothing
        returning id
      ), ${spared(sql`c`)}
      insert into reports (id, case_id, reporter_id, reason, words, created_at)
      select ${report.id}::uuid, c.id, ${report.reporterId}::uuid, ${report.reason}, ${report.words}, ${now}::timestamptz
      from c`)

  const listed = <Listed extends Report>(
    wanted: Statement,
    reporterId: string,
    page: PageRequest,
    now: Date,
  ) =>
    pageOf<Listed>(
      database,
      page,
      (count) => sql`
        select ${wanted}
        from reports r join cases c on c.id = r.case_id
        where r.reporter_id = ${reporterId} and c.expires_at > ${now} ${before(page.cursor, sql`r.id`)}
        order by r.id desc
        limit ${count}`,
      ({ id }) => id,
    )

  return {
    /**
     * Reports something; what somebody has reported before stays as it was. Undefined when it is gone meanwhile.
     * Refuses with `unavailable` when its photos cannot be copied now.
     */
    insert: async (report: NewReport, target: Target, now: Date): Promise<Report | undefined> => {
      const known = await find(report.reporterId, target, now)
      if (known) return known
      if ((await join(report, target, now)) === 0) {
        await copyPhotos(database, objects, target.copies, now)
        if ((await open(report, target, now)) === 0) await join(report, target, now)
      }
      return find(report.reporterId, target, now)
    },

    /** Holds what was let go of, and is still there, anew. */
    holdAgain: async (
      caseId: string,
      { held, copies }: Pick<Target, 'held' | 'copies'>,
      now: Date,
    ): Promise<void> => {
      await copyPhotos(database, objects, copies, now)
      await database.change(sql`
        with ${arrived(copies)}, c as (
          update cases set held = ${JSON.stringify(held)}::jsonb, kept_until = expires_at
          where id = ${caseId} and expires_at > ${now} and kept_until <= ${now} and ${haveAllArrived(copies)}
          returning id
        ), ${spared(sql`c`)}
        select from c`)
    },

    list: (reporterId: string, page: PageRequest, now: Date) =>
      listed<Report>(columns(reporterId), reporterId, page, now),

    /** With what the reporter added, for as long as it is kept. */
    listWithWords: (reporterId: string, page: PageRequest, now: Date) =>
      listed<WordedReport>(
        sql`${columns(reporterId)},
          case when c.kept_until > ${now} then r.words else '' end as words,
          case when c.kept_until > ${now} and r.words <> '' then c.kept_until else c.expires_at end as "expiresAt"`,
        reporterId,
        page,
        now,
      ),
  }
}

/** The columns of a report `r` in its case `c`, as the contract has them. */
const columns = (reporterId: string): Statement => sql`
  r.id,
  c.kind,
  (select ${authorAsJson} from users u where u.id = c.person_id and ${isVisibleTo(reporterId)}) as person,
  r.reason,
  r.created_at as "createdAt",
  case c.state when 'open' then 'waiting' when 'dismissed' then 'kept' else 'acted' end as outcome,
  c.closed_at as "closedAt"`
