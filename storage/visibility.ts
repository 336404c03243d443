import { type Statement, sql } from './sql.ts'

/** Whose posts and profile may be seen at all: the one rule for every query that returns people or posts (`u`). */
export const isVisible = sql`u.suspended_at is null and u.deletes_at is null`

/**
 * The same for one reader: whoever blocks, or is blocked, sees and reaches nothing of the other. `offset 0` has Postgres
 * look up each row by index: as a join, it compares every row with every block of a reader who has thousands.
 */
export const isVisibleTo = (viewerId: string | undefined): Statement =>
  viewerId === undefined
    ? isVisible
    : sql`${isVisible}
        and not exists (select from blocks b where b.blocker_id = u.id and b.blocked_id = ${viewerId} offset 0)
        and not exists (select from blocks b where b.blocked_id = u.id and b.blocker_id = ${viewerId} offset 0)`

/** Whose posts a reader wants to see. Asked beside `isVisibleTo`, where posts come by themselves: feeds, search, notifications. */
export const isUnmutedBy = (viewerId: string | undefined): Statement =>
  viewerId === undefined
    ? sql`true`
    : sql`not exists (select from mutes m where m.muter_id = ${viewerId} and m.muted_id = u.id offset 0)`

/** Whether a post has no word that a reader has muted. One's own words one sees. */
export const hasNoMutedWord = (viewerId: string, post: Statement): Statement => {
  const muted = sql`(select reader.muted_query from users reader where reader.id = ${viewerId})`
  return sql`(${muted} is null or ${post}.author_id = ${viewerId}
    or not exists (select from post_words w where w.post_id = ${post}.id and w.words @@ ${muted} offset 0))`
}

/** Whether a reader wants to see a post `p` by a person `u`: by nobody, and with no word, that they have muted. */
export const isWantedBy = (viewerId: string | undefined): Statement =>
  viewerId === undefined ? sql`true` : sql`${isUnmutedBy(viewerId)} and ${hasNoMutedWord(viewerId, sql`p`)}`

/**
 * Why a reader would not want to see a post `q` by a person `u` that a post `p` quotes; null when they would. Whoever
 * looks at a muted person's posts sees them quote themselves.
 */
export const quoteIsMutedFor = (viewerId: string | undefined): Statement =>
  viewerId === undefined
    ? sql`null`
    : sql`case
        when q.author_id <> p.author_id and not (${isUnmutedBy(viewerId)}) then 'person'
        when not ${hasNoMutedWord(viewerId, sql`q`)} then 'word'
      end`

/** Those whom nobody sees; few, and found by their index. */
export const outOfSight = sql`select u.id from users u where not (${isVisible})`

/** Those whom a reader does not see or want to hear, because of one of the two. For `isHeardOf`. */
export const silentTo = (readerId: string): Statement => sql`
  select blocked_id as id from blocks where blocker_id = ${readerId}
  union all select blocker_id from blocks where blocked_id = ${readerId}
  union all select muted_id from mutes where muter_id = ${readerId}`

/**
 * The same as `isVisibleTo` and `isUnmutedBy` for somebody whose id alone is known, in a statement that asks for very
 * many: it has `silentTo` as `silent`, and reads nobody's row.
 */
export const isHeardOf = (id: Statement): Statement => sql`
  ${id} not in (select id from silent)
  and not exists (select from users u where u.id = ${id} and not (${isVisible}) offset 0)`
