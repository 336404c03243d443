import { authorAsJson } from './post-columns.ts'
import { sql } from './sql.ts'

/** The columns of a case `c`, as the contract has them. Moderators see everybody, suspended or not. */
export const caseColumns = (now: Date) => sql`
  c.id,
  c.kind,
  c.state,
  c.is_escalated as "isEscalated",
  (select coalesce(json_agg(said.reason order by said.times desc, said.reason), '[]')
    from (select r.reason, count(*) as times from reports r where r.case_id = c.id group by r.reason) said) as reasons,
  c.report_count as "reportCount",
  (select ${authorAsJson} from users u where u.id = c.person_id) as person,
  c.opened_at as "openedAt",
  c.kept_until as "keptUntil",
  case when c.kept_until > ${now} then c.held->'content' || jsonb_build_object(
    'photoCount', coalesce(jsonb_array_length(c.held->'photos'), 0),
    'isLive', ${isLive(now)}
  ) end as content`

/** A deleted message is known to its own table alone, and looked for when one opens the case. */
const isLive = (now: Date) => sql`
  case c.kind
    when 'post' then exists (select from posts p where p.id = c.target_id and p.expires_at > ${now})
    else c.held->'removed' is null and post_expiry(c.target_id) > ${now}
  end`

/** The columns of a line `a` of the log, as the contract has them. */
export const actionColumns = sql`
  a.id,
  a.kind,
  a.reason,
  a.days,
  a.case_id as "caseId",
  a.about,
  (select ${authorAsJson} from users u where u.id = a.moderator_id) as moderator,
  (select ${authorAsJson} from users u where u.id = a.person_id) as person,
  a.created_at as "createdAt",
  a.undoes,
  (select undoing.created_at from moderation_actions undoing where undoing.undoes = a.id) as "undoneAt"`
