import { type Statement, sql } from './sql.ts'
import { isVisibleTo, quoteIsMutedFor } from './visibility.ts'

/** A photo `i` as the contract has it. */
export const photo = sql`json_build_object(
  'id', i.id, 'width', i.width, 'height', i.height, 'placeholder', i.placeholder, 'alt', i.alt)`

const photosOf = (postId: Statement) => sql`
  (select coalesce(json_agg(${photo} order by i.position), '[]') from pictures i where i.post_id = ${postId})`

/** A person `u` who is only named, as one value. */
export const authorAsJson = sql`
  json_build_object('id', u.id, 'handle', u.handle, 'displayName', u.display_name, 'avatarId', u.avatar_id)`

const noPost = sql`false`

/** Whether the viewer is in a table of what people do with posts. */
const isIn = (table: Statement, viewerId: string | undefined) =>
  viewerId === undefined
    ? noPost
    : sql`exists (select from ${table} d where d.post_id = p.id and d.person_id = ${viewerId})`

const quotedFields = sql`
  'id', q.id, 'author', ${authorAsJson}, 'body', q.body, 'contentWarning', q.content_warning,
  'language', q.language, 'photos', ${photosOf(sql`q.id`)}`

/** A post `q` by an author `u`, as one value, in short. */
export const quotedPost = sql`json_build_object(${quotedFields})`

/** The post that a post quotes, for as long as it lives and may be seen. */
const quoted = (viewerId: string | undefined, now: Date) => sql`
  (select json_build_object(${quotedFields}, 'mutedFor', ${quoteIsMutedFor(viewerId)})
    from posts q join users u on u.id = q.author_id
    where q.id = p.quote_of and q.expires_at > ${now} and ${isVisibleTo(viewerId)})`

/** The columns of a post `p` by an author `u`, as the contract has them. Replies count while they live. */
export const columns = (viewerId: string | undefined, now: Date, photos = photosOf(sql`p.id`)) => sql`
  p.id,
  ${authorAsJson} as author,
  p.body,
  p.content_warning as "contentWarning",
  p.reply_to as "replyTo",
  p.root_id as "rootId",
  p.quote_of as "quoteOf",
  ${quoted(viewerId, now)} as quoted,
  p.language,
  p.mentions,
  p.lifetime,
  p.created_at as "createdAt",
  p.expires_at as "expiresAt",
  (select count(*)::int from posts r where r.reply_to = p.id and r.expires_at > ${now}) as "replyCount",
  p.repost_count as "repostCount",
  p.like_count as "likeCount",
  ${isIn(sql`likes`, viewerId)} as "isLiked",
  ${isIn(sql`reposts`, viewerId)} as "isReposted",
  ${isIn(sql`bookmarks`, viewerId)} as "isBookmarked",
  ${photos} as photos`
