import { Refusal } from '@mayfly/contract/refusal'
import type { Database } from './database.ts'
import { arrived, type CopiedPhotos, copyPhotos, haveAllArrived, spared } from './hold.ts'
import type { ObjectStore } from './objects.ts'
import { sql } from './sql.ts'
import { unsuspended } from './suspensions.ts'
import { type Notices, type ToldAction, tellOfAction } from './tell-of-action.ts'

export interface Undoing {
  id: string
  actionId: string
  moderatorId: string
  notices: Notices
}

/** What moderators take back, as they decide: in one statement with its line of the log and its notices. */
export const undoingStore = (database: Database, objects: ObjectStore) => ({
  /** Takes a dismissal, a warning, a suspension or an escalation back. Undefined when that was done before. */
  insert: (undoing: Undoing, now: Date) =>
    database
      .first<ToldAction>(sql`
      with ${undone(undoing)}, ${reopened(undoing, now)}, back as (
        ${unsuspended(sql`action`, now)}
      ), ${undoingLogged(undoing, now)}, ${tellOfAction(undoing.notices)}`)
      .catch(anotherIsOpen),

  /**
   * Puts a removed post back, with copies of its photos under new ids, as `renewed` maps the old ones.
   * @param tooLate what its author is told when it is over by now
   */
  insertForPost: async (
    undoing: Undoing,
    { copies, renewed }: { copies: CopiedPhotos; renewed: Record<string, string> },
    tooLate: string,
    now: Date,
  ) => {
    await copyPhotos(database, objects, copies, now)
    return database
      .first<ToldAction>(sql`
        with ${undone(undoing)}, ${arrived(copies)}, restored as (
          select restore_post(
            c.held->'removed' || jsonb_build_object('photos', coalesce(c.held->'photos', '[]')),
            ${JSON.stringify(renewed)}::jsonb, ${now}::timestamptz) as is_back
          from cases c join action a on a.case_id = c.id
          where c.kept_until > ${now} and ${haveAllArrived(copies)}
        ), unstubbed as (
          delete from reply_stubs s using restored, action a where restored.is_back and s.id = a.target_id
        ), ${spared(sql`(select from restored where is_back)`)}, ${reopened(undoing, now)}, ${undoingLogged(undoing, now)}, ${tellOfAction(
          undoing.notices,
          sql`case when exists (select from restored where is_back) then ${undoing.notices.person ?? null} else ${tooLate} end`,
        )}`)
      .catch(anotherIsOpen)
  },
})

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
