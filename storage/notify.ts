import { type Statement, sql } from './sql.ts'

/** What a notification of following is about. */
const nobody = sql`'00000000-0000-0000-0000-000000000000'::uuid`

/**
 * Notes news in the statement that makes them, beside what is known of the same kind about the same thing.
 * Gives back whom they concern.
 * @param news rows of to_id, kind, about_id, latest_id and expires_at, none twice. Everybody locks posts first, then
 * these rows by to_id, so that nobody waits in a circle.
 */
const note = (news: Statement) => sql`
  insert into notifications (to_id, kind, about_id, latest_id, expires_at)
  ${news}
  on conflict (to_id, kind, about_id) do update set
    latest_id = greatest(notifications.latest_id, excluded.latest_id),
    expires_at = greatest(notifications.expires_at, excluded.expires_at)
  returning to_id`

/** Tells the author of `target` that somebody else `made` a like or a repost. */
export const noteReaction = (kind: 'like' | 'repost', personId: string) =>
  note(sql`
    select t.author_id, ${kind}, t.id, m.id, t.expires_at
    from made m join target t on t.id = m.post_id
    where t.author_id <> ${personId}`)

/**
 * Tells those whom a new post `p` answers, quotes or names. Whoever would be told twice is told the first of these.
 * @param post what it answers and quotes, as `answered`; whom it names, as `named`
 */
export const notePost = ({ replyTo, quoteOf }: { replyTo: string | null; quoteOf: string | null }) =>
  note(sql`
    select distinct on (n.to_id) n.to_id, n.kind, n.about_id, p.id, n.expires_at
    from p, lateral (
      select a.author_id as to_id, 'reply' as kind, a.id as about_id, a.expires_at, 1 as rank
      from answered a where a.id = ${replyTo}
      union all
      select a.author_id, 'quote', a.id, a.expires_at, 2 from answered a where a.id = ${quoteOf}
      union all
      select named.id, 'mention', p.id, p.expires_at, 3 from named
    ) n
    where n.to_id <> p.author_id
    order by n.to_id, n.rank`)

/** Tells whom somebody has `made` themselves a follower of. The id carries the end. */
export const noteFollow = (id: string) =>
  note(sql`select followee_id, 'follow', ${nobody}, ${id}::uuid, post_expiry(${id}) from made`)

/** Tells the owner of a `refused` picture. The id carries the end. */
export const noteRefusal = (id: string) =>
  note(sql`select owner_id, 'picture', id, ${id}::uuid, post_expiry(${id}) from refused`)

/**
 * Tells people what stands nowhere else, in a statement of its own or in the one that does it. The same thing again is
 * said anew.
 * @param notices rows of to_id, about_id, an id that sorts by its time and carries its end, and words
 */
export const noteNotices = (notices: Statement) => sql`
  insert into notifications (to_id, kind, about_id, latest_id, expires_at, words)
  select to_id, 'moderation', about_id, id, post_expiry(id), words from (${notices}) said
  on conflict (to_id, kind, about_id) do update set
    latest_id = excluded.latest_id, expires_at = excluded.expires_at, words = excluded.words
  returning to_id`
