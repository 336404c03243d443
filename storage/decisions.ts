import type { DecisionKind } from '@mayfly/contract/moderation'
import type { ReportReason } from '@mayfly/contract/reports'
import type { Database } from './database.ts'
import { type Statement, sql } from './sql.ts'
import { suspended } from './suspensions.ts'
import { type Notices, type ToldAction, tellOfAction } from './tell-of-action.ts'

export interface Decision {
  id: string
  caseId: string
  kind: DecisionKind
  reason: ReportReason
  days: number | null
  moderatorId: string
  /** Until when the copy is held from now on; undefined: no shorter than before. */
  heldUntil: Date | undefined
  /** The end of a suspension; null for good, and for other decisions. */
  suspendedUntil: Date | null
  notices: Notices
}

/** What moderators decide. Each is one statement with its line of the log and its notices: all is done, or nothing. */
export const decisionStore = (database: Database) => ({
  /** Undefined when the case is over, or was decided so that this cannot follow. */
  insert: (decision: Decision, now: Date) => {
    const { id, caseId, kind, moderatorId, reason, days, notices } = decision
    const isFirst = kind === 'dismiss' || kind === 'escalate'
    return database.first<ToldAction>(sql`
      with c as (
        select * from cases
        where id = ${caseId} and expires_at > ${now} and state <> 'dismissed'
          ${isFirst ? sql`and state = 'open'` : sql``}
        for update
      ), ${effectOf(decision, now)}, a as (
        insert into moderation_actions (id, kind, reason, days, case_id, about, target_id, person_id, moderator_id, created_at)
        select ${id}::uuid, ${kind}, ${reason}, ${days}::smallint, c.id, c.kind, c.target_id, c.person_id,
          ${moderatorId}::uuid, ${now}::timestamptz
        from c
        returning *
      ), ${tellOfAction(notices)}`)
  },
})

/** What a decision changes about the case `c`, and about what it is of. */
function effectOf({ kind, heldUntil, reason, suspendedUntil }: Decision, now: Date): Statement {
  if (kind === 'escalate')
    return sql`escalated as (update cases set is_escalated = true from c where cases.id = c.id)`
  if (kind === 'dismiss')
    return sql`closed as (
      update cases set state = 'dismissed', closed_at = ${now}, kept_until = least(cases.kept_until, ${heldUntil ?? now})
      from c where cases.id = c.id
    )`
  if (kind === 'remove') return removal(now)
  const acted = sql`closed as (
    update cases set ${closed(now)}, kept_until = case when cases.held ? 'removed' then cases.kept_until
      else least(cases.kept_until, ${heldUntil ?? now}) end
    from c where cases.id = c.id
  )`
  if (kind === 'warn') return acted
  return sql`${acted}, suspended as (${suspended(sql`c`, suspendedUntil, reason, now)})`
}

const closed = (now: Date) => sql`state = 'acted', closed_at = coalesce(cases.closed_at, ${now})`

/** The post goes, and what people did with it; all of it is held, so that it can be put back. */
const removal = (now: Date) => sql`
  gone as (
    delete from posts p using c where c.kind = 'post' and p.id = c.target_id and p.expires_at > ${now} returning p.*
  ), closed as (
    update cases set ${closed(now)}, kept_until = case when cases.held is null then cases.kept_until else cases.expires_at end,
      held = cases.held || coalesce(
        (select jsonb_build_object('removed', jsonb_build_object(
            'post', to_jsonb(gone),
            'likes', ${rowsOf(sql`likes`)}, 'reposts', ${rowsOf(sql`reposts`)},
            'bookmarks', ${rowsOf(sql`bookmarks`)}, 'tags', ${rowsOf(sql`post_tags`)},
            'words', ${rowsOf(sql`post_words`)}, 'notifications', ${rowsOf(sql`notifications`)}))
          from gone),
        case when cases.kind = 'message' then '{"removed": {}}'::jsonb else '{}'::jsonb end)
    from c where cases.id = c.id
  )`

const rowsOf = (table: Statement) =>
  sql`(select coalesce(jsonb_agg(to_jsonb(d)), '[]') from ${table} d where d.post_id = gone.id)`
