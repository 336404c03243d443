import type { Action, DecisionKind } from '@mayfly/contract/moderation'
import { Refusal } from '@mayfly/contract/refusal'
import type { ReportReason } from '@mayfly/contract/reports'
import { actionColumns } from './case-columns.ts'
import type { Database } from './database.ts'
import { arrived, type CopiedPhotos, copyPhotos, haveAllArrived, spared } from './hold.ts'
import type { ObjectStore } from './objects.ts'
import { type Statement, sql } from './sql.ts'
import { lifted } from './suspensions.ts'

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
}

export interface Undoing {
  id: string
  actionId: string
  moderatorId: string
}

/** What moderators decide. Each is one statement with its line of the log: both are done, or neither is. */
export const decisionStore = (database: Database, objects: ObjectStore) => ({
  /** Undefined when the case is over, or dismissed and therefore to be opened again first. */
  insert: (decision: Decision, now: Date) => database.first<Action>(statementOf(decision, now)),

  /** Takes a dismissal, a warning, a suspension or an escalation back. Undefined when that was done before. */
  undo: (undoing: Undoing, now: Date) =>
    database
      .first<Action>(sql`
      with ${undone(undoing)}, ${reopened(undoing, now)}, back as (
        update users u set ${lifted} from action a
        where a.kind = 'suspend' and u.id = a.person_id
      ), ${undoingLogged(undoing, now)}
      select ${actionColumns} from a`)
      .catch(anotherIsOpen),

  /** Puts a removed post back, with copies of its photos under new ids, as `renewed` maps the old ones. */
  undoRemoval: async (undoing: Undoing, copies: CopiedPhotos, renewed: Record<string, string>, now: Date) => {
    await copyPhotos(database, objects, copies, now)
    return database
      .first<Action & { isBack: boolean }>(sql`
        with ${undone(undoing)}, ${arrived(copies)}, restored as (
          select restore_post(
            c.held->'removed' || jsonb_build_object('photos', coalesce(c.held->'photos', '[]')),
            ${JSON.stringify(renewed)}::jsonb, ${now}::timestamptz) as is_back
          from cases c join action a on a.case_id = c.id
          where c.kept_until > ${now} and ${haveAllArrived(copies)}
        ), ${spared(sql`(select from restored where is_back)`)}, ${reopened(undoing, now)}, ${undoingLogged(undoing, now)}
        select ${actionColumns}, coalesce((select is_back from restored), false) as "isBack" from a`)
      .catch(anotherIsOpen)
  },
})

function statementOf(decision: Decision, now: Date): Statement {
  const { caseId, kind, moderatorId, reason, days } = decision
  return sql`
    with c as (
      select * from cases
      where id = ${caseId} and expires_at > ${now} and state <> 'dismissed'
        ${kind === 'dismiss' || kind === 'escalate' ? sql`and state = 'open'` : sql``}
      for update
    ), ${effectOf(decision, now)}, a as (
      insert into moderation_actions (id, kind, reason, days, case_id, about, target_id, person_id, moderator_id, created_at)
      select ${decision.id}::uuid, ${kind}, ${reason}, ${days}::smallint, c.id, c.kind, c.target_id, c.person_id,
        ${moderatorId}::uuid, ${now}::timestamptz
      from c
      returning *
    )
    select ${actionColumns} from a`
}

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
  return sql`${acted}, suspended as (
    update users u set suspended_at = ${now}, suspended_until = ${suspendedUntil}::timestamptz, suspended_for = ${reason}
    from c where u.id = c.person_id
  )`
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
            'bookmarks', ${rowsOf(sql`bookmarks`)}, 'tags', ${rowsOf(sql`post_tags`)}))
          from gone),
        case when cases.kind = 'message' then '{"removed": {}}'::jsonb else '{}'::jsonb end)
    from c where cases.id = c.id
  )`

const rowsOf = (table: Statement) =>
  sql`(select coalesce(jsonb_agg(to_jsonb(d)), '[]') from ${table} d where d.post_id = gone.id)`

/** The action that is taken back, unless it was before. */
const undone = ({ actionId }: Undoing) => sql`
  action as (
    select * from moderation_actions
    where id = ${actionId} and kind <> 'undo'
      and not exists (select from moderation_actions other where other.undoes = ${actionId})
  )`

/** Its case waits again, unless something else that was done in it still stands. */
const reopened = ({ actionId }: Undoing, now: Date) => sql`
  reopened as (
    update cases c set
      is_escalated = c.is_escalated and a.kind <> 'escalate',
      state = case when ${standing(actionId)} then c.state else 'open' end,
      closed_at = case when ${standing(actionId)} then c.closed_at end,
      kept_until = case when c.kept_until > ${now} then c.expires_at else c.kept_until end,
      held = case when a.kind = 'remove' then c.held - 'removed' else c.held end
    from action a where c.id = a.case_id
    returning c.id
  )`

const standing = (actionId: string) => sql`
  exists (select from moderation_actions other
    where other.case_id = c.id and other.id <> ${actionId} and other.kind in ('remove', 'warn', 'suspend')
      and not exists (select from moderation_actions undoing where undoing.undoes = other.id))`

const undoingLogged = ({ id, moderatorId }: Undoing, now: Date) => sql`
  a as (
    insert into moderation_actions (id, kind, reason, case_id, about, target_id, person_id, moderator_id, undoes, created_at)
    select ${id}::uuid, 'undo', action.reason, action.case_id, action.about, action.target_id, action.person_id,
      ${moderatorId}::uuid, action.id, ${now}::timestamptz
    from action
    on conflict do nothing
    returning *
  )`

/** The same thing was reported again since, and cannot have two open cases. */
function anotherIsOpen(error: Error & { constraint?: string }): never {
  if (error.constraint !== 'cases_open_once') throw error
  throw new Refusal('conflict', 'This was reported again since. Please decide that case.')
}
