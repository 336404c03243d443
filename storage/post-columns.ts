import { sql } from './sql.ts'

/** A photo `i` as the contract has it. */
export const photo = sql`json_build_object(
  'id', i.id, 'width', i.width, 'height', i.height, 'placeholder', i.placeholder, 'alt', i.alt)`

const photosOf = sql`
  (select coalesce(json_agg(${photo} order by i.position), '[]') from pictures i where i.post_id = p.id)`

/** The columns of a post `p` by an author `u`, as the contract has them. Replies count while they live. */
export const columns = (now: Date, photos = photosOf) => sql`
  p.id,
  json_build_object('id', u.id, 'handle', u.handle, 'displayName', u.display_name, 'avatarId', u.avatar_id) as author,
  p.body,
  p.content_warning as "contentWarning",
  p.reply_to as "replyTo",
  p.root_id as "rootId",
  p.lifetime,
  p.created_at as "createdAt",
  p.expires_at as "expiresAt",
  (select count(*)::int from posts r where r.reply_to = p.id and r.expires_at > ${now}) as "replyCount",
  ${photos} as photos`
