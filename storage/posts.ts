import type { Page } from '@mayfly/contract/pages'
import type { Post } from '@mayfly/contract/posts'
import type { Database } from './database.ts'
import { type Statement, sql } from './sql.ts'
import { isVisible } from './visibility.ts'

const SWEEP_BATCH = 1_000

/** Where a page begins and how long it is. */
export interface PageRequest {
  cursor?: string | undefined
  limit: number
}

/** What a post is stored from; `domain/` composes it. */
export interface NewPost {
  id: string
  authorId: string
  body: string
  contentWarning: string | null
  replyTo: string | null
  rootId: string | null
  lifetime: string
  createdAt: Date
  expiresAt: Date
}

/** A photo for a new post, in its place. */
export interface PlacedPhoto {
  id: string
  alt: string
}

/** A photo `i` as the contract has it. */
const photo = sql`json_build_object(
  'id', i.id, 'width', i.width, 'height', i.height, 'placeholder', i.placeholder, 'alt', i.alt)`

const photosOf = sql`
  (select coalesce(json_agg(${photo} order by i.position), '[]') from pictures i where i.post_id = p.id)`

/** The columns of a post `p` by an author `u`, as the contract has them. Replies count while they live. */
const columns = (now: Date, photos = photosOf) => sql`
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

export const postStore = (database: Database) => {
  /** Runs a list query for one item more than asked, to know whether there is a next page. */
  async function page(query: (limit: number) => Statement, limit: number): Promise<Page<Post>> {
    const items = await database.rows<Post>(query(limit + 1))
    const hasMore = items.length > limit
    if (hasMore) items.length = limit
    return { items, next: hasMore ? (items.at(-1)?.id ?? null) : null }
  }

  return {
    /**
     * Stores a post with its photos, all or nothing. Undefined when the author is gone or suspended, when the
     * answered post is gone meanwhile, or when a photo is not a ready one of the author's that is still free.
     */
    insert: (post: NewPost, photos: readonly PlacedPhoto[], now: Date) =>
      database.first<Post>(sql`
        with wanted as (
          select id, alt, position - 1 as position
          from rows from (jsonb_to_recordset(${JSON.stringify(photos)}::jsonb) as (id uuid, alt text))
            with ordinality as t (id, alt, position)
        ), free as (
          select i.id from pictures i
          where i.id in (select id from wanted) and i.owner_id = ${post.authorId}
            and i.kind = 'photo' and i.state = 'ready' and i.post_id is null
          for update
        ), p as (
          insert into posts (id, author_id, body, content_warning, reply_to, root_id, lifetime, created_at, expires_at)
          select ${post.id}::uuid, u.id, ${post.body}, ${post.contentWarning}, ${post.replyTo}::uuid,
            ${post.rootId}::uuid, ${post.lifetime}, ${post.createdAt}::timestamptz, ${post.expiresAt}::timestamptz
          from users u
          where u.id = ${post.authorId} and ${isVisible}
            and (${post.replyTo}::uuid is null
              or exists (select from posts where id = ${post.replyTo} and expires_at > ${now}))
            and (select count(*) from free) = ${photos.length}
          returning *
        ), i as (
          update pictures set post_id = p.id, position = w.position, alt = w.alt
          from p, wanted w
          where pictures.id = w.id
          returning pictures.*
        )
        select ${columns(now, sql`(select coalesce(json_agg(${photo} order by i.position), '[]') from i)`)}
        from p join users u on u.id = p.author_id`),

    find: (id: string, now: Date) =>
      database.first<Post>(sql`
        select ${columns(now)}
        from posts p join users u on u.id = p.author_id
        where p.id = ${id} and p.expires_at > ${now} and ${isVisible}`),

    /** Whether a post was there to be removed: a live one of this author. */
    remove: async (id: string, authorId: string, now: Date) =>
      (await database.change(
        sql`delete from posts where id = ${id} and author_id = ${authorId} and expires_at > ${now}`,
      )) > 0,

    /** The newest posts of everybody. */
    listNewest: ({ cursor, limit }: PageRequest, now: Date) =>
      page(
        (count) => sql`
          select ${columns(now)}
          from posts p join users u on u.id = p.author_id
          where p.reply_to is null and p.expires_at > ${now} and ${isVisible} ${before(cursor)}
          order by p.id desc
          limit ${count}`,
        limit,
      ),

    /** The newest posts of one person. */
    listByAuthor: (authorId: string, { cursor, limit }: PageRequest, now: Date) =>
      page(
        (count) => sql`
          select ${columns(now)}
          from posts p join users u on u.id = p.author_id
          where p.author_id = ${authorId} and p.reply_to is null
            and p.expires_at > ${now} and ${isVisible} ${before(cursor)}
          order by p.id desc
          limit ${count}`,
        limit,
      ),

    /** The newest posts of those whom the viewer follows, and the viewer's own: each author's newest, merged. */
    listHome: (viewerId: string, { cursor, limit }: PageRequest, now: Date) =>
      page(
        (count) => sql`
          with authors as (
            select followee_id as id from follows where follower_id = ${viewerId}
            union all
            select ${viewerId}::uuid
          ), newest as (
            select p.id
            from authors a
            cross join lateral (
              select p.id from posts p
              where p.author_id = a.id and p.reply_to is null and p.expires_at > ${now} ${before(cursor)}
              order by p.id desc
              limit ${count}
            ) p
            -- As a value, so that the planner asks for each author instead of reading all of them.
            where (select ${isVisible} from users u where u.id = a.id)
            order by p.id desc
            limit ${count}
          )
          select ${columns(now)}
          from newest n join posts p on p.id = n.id join users u on u.id = p.author_id
          order by p.id desc`,
        limit,
      ),

    /** The direct replies to a post, oldest first. */
    listReplies: (parentId: string, { cursor, limit }: PageRequest, now: Date) =>
      page(
        (count) => sql`
          select ${columns(now)}
          from posts p join users u on u.id = p.author_id
          where p.reply_to = ${parentId} and p.expires_at > ${now} and ${isVisible} ${after(cursor)}
          order by p.id
          limit ${count}`,
        limit,
      ),

    /** Deletes what has expired, a batch at a time, beside others who do the same. @returns how many rows went */
    removeExpired: async (now: Date) => {
      let removed = 0
      let batch: number
      do {
        batch = await database.change(sql`
          delete from posts where id = any(array(
            select id from posts where expires_at <= ${now}
            order by expires_at limit ${SWEEP_BATCH} for update skip locked
          ))`)
        removed += batch
      } while (batch === SWEEP_BATCH)
      return removed
    },
  }
}

const before = (cursor: string | undefined) => (cursor === undefined ? sql`` : sql`and p.id < ${cursor}`)
const after = (cursor: string | undefined) => (cursor === undefined ? sql`` : sql`and p.id > ${cursor}`)
