import type { Post } from '@mayfly/contract/posts'
import { Refusal } from '@mayfly/contract/refusal'
import type { Database } from './database.ts'
import { ownersOf } from './handles.ts'
import { notePost } from './notify.ts'
import type { Copy, ObjectStore } from './objects.ts'
import { columns, photo } from './post-columns.ts'
import { findableBy } from './search-marks.ts'
import { sql } from './sql.ts'
import { isVisible, isVisibleTo } from './visibility.ts'

/** How long copies may be without their post. Making them takes seconds. */
const DUE_MILLISECONDS = 5 * 60 * 1000

/** What a post is stored from; `domain/` composes it. */
export interface NewPost {
  id: string
  authorId: string
  key: string | null
  body: string
  contentWarning: string | null
  replyTo: string | null
  rootId: string | null
  quoteOf: string | null
  language: string | null
  handles: readonly string[]
  tags: readonly string[]
  /** The words of each of its texts, in their order, as search compares them. */
  words: readonly (readonly string[])[]
  lifetime: string
  createdAt: Date
  expiresAt: Date
}

/** A photo for a new post, in its place. */
export interface PlacedPhoto {
  id: string
  alt: string
  /** What brings it to the post's own address. */
  copies: readonly Copy[]
}

/** A stored post, and who is told of it. */
export interface WrittenPost {
  post: Post
  notifiedIds: string[]
}

/**
 * Writes posts. Copies of photos are on the list of the doomed before they are made, and the statement that stores the
 * post takes them off: whatever breaks in between, the sweep finds them.
 */
export const writerOf =
  (database: Database, objects: ObjectStore) =>
  async (post: NewPost, photos: readonly PlacedPhoto[], now: Date): Promise<WrittenPost | undefined> => {
    if (photos.length === 0) return store(database, post, photos, now).catch(nothingIfSent)
    const dueAt = new Date(now.getTime() + DUE_MILLISECONDS)
    if ((await doomCopies(database, post, photos, dueAt)) < photos.length) return undefined
    await objects.copyProcessed(photos.flatMap(({ copies }) => copies))
    const stored = await store(database, post, photos, now)
    if (stored === undefined) throw overtaken()
    return stored
  }

/** Where the same was sent at the same time under the same key, nothing is written. */
function nothingIfSent(error: Error & { constraint?: string }): undefined {
  if (error.constraint !== 'sent_posts_pkey') throw error
}

/** @returns how many of the photos are the author's, ready and free */
const doomCopies = (database: Database, post: NewPost, photos: readonly PlacedPhoto[], dueAt: Date) =>
  database.change(sql`
    insert into doomed_pictures (id, kind, owner_id, post_id, due_at)
    select i.id, i.kind, i.owner_id, ${post.id}::uuid, ${dueAt}::timestamptz
    from pictures i
    where i.id = any(${photos.map(({ id }) => id)}::uuid[]) and ${isFree(post)}
    on conflict do nothing`)

const asJson = (photos: readonly PlacedPhoto[]) => JSON.stringify(photos.map(({ id, alt }) => ({ id, alt })))

const isFree = ({ authorId }: NewPost) =>
  sql`i.owner_id = ${authorId} and i.kind = 'photo' and i.state = 'ready' and i.post_id is null`

/** Waits for others who want the same photos or copies; the first one has them. */
async function store(
  database: Database,
  post: NewPost,
  photos: readonly PlacedPhoto[],
  now: Date,
): Promise<WrittenPost | undefined> {
  const written = await database.first<Post & { notifiedIds: string[] }>(sql`
    with wanted as (
      select id, alt, position - 1 as position
      from rows from (jsonb_to_recordset(${asJson(photos)}::jsonb) as (id uuid, alt text))
        with ordinality as t (id, alt, position)
    ), free as (
      select i.id from pictures i where i.id in (select id from wanted) and ${isFree(post)}
      order by i.id for update
    ), copied as (
      select d.id from doomed_pictures d
      where d.id in (select id from wanted) and d.post_id = ${post.id} and d.due_at is not null
      order by d.id for update
    ), named as (
      select u.id, o.handle from ${ownersOf(post.handles, now)} o join users u on u.id = o.id
      where ${isVisibleTo(post.authorId)}
    ), answered as (
      select a.id, a.author_id, a.expires_at from posts a
      where a.id in (${post.replyTo}::uuid, ${post.quoteOf}::uuid) and a.expires_at > ${now}
      order by a.id for key share
    ), p as (
      insert into posts (id, author_id, body, content_warning, reply_to, root_id, quote_of, language, mentions,
        photo_count, lifetime, created_at, expires_at)
      select ${post.id}::uuid, u.id, ${post.body}, ${post.contentWarning}, ${post.replyTo}::uuid,
        ${post.rootId}::uuid, ${post.quoteOf}::uuid, ${post.language}, array(select handle from named),
        ${photos.length}, ${post.lifetime}, ${post.createdAt}::timestamptz, ${post.expiresAt}::timestamptz
      from users u
      where u.id = ${post.authorId} and ${isVisible}
        and (${post.replyTo}::uuid is null or ${post.replyTo} in (select id from answered))
        and (${post.quoteOf}::uuid is null or ${post.quoteOf} in (select id from answered))
        and (select count(*) from free) = ${photos.length}
        and (select count(*) from copied) = ${photos.length}
      returning *
    ), tagged as (
      insert into post_tags (tag, post_id, author_id)
      select tag, p.id, p.author_id from p, unnest(${post.tags}::text[]) as tag
    ), sent as (
      insert into sent_posts (author_id, key, post_id)
      select p.author_id, ${post.key}::uuid, p.id from p where ${post.key}::uuid is not null
    ), findable as (
      insert into post_words (post_id, words) select p.id, ${findableBy(post)}::tsvector from p
    ), i as (
      update pictures set post_id = p.id, position = w.position, alt = w.alt
      from p, wanted w
      where pictures.id = w.id
      returning pictures.*
    ), spared as (
      delete from doomed_pictures d using i where d.id = i.id and d.post_id = i.post_id
    ), originals as (
      insert into doomed_pictures (id, kind, owner_id) select i.id, i.kind, i.owner_id from i
      on conflict do nothing
    ), notified as (
      ${notePost(post)}
    )
    select ${columns(post.authorId, now, sql`(select coalesce(json_agg(${photo} order by i.position), '[]') from i)`)},
      array(select to_id from notified) as "notifiedIds"
    from p join users u on u.id = p.author_id`)
  if (written === undefined) return undefined
  const { notifiedIds, ...stored } = written
  return { post: stored, notifiedIds }
}

/** The photos were free when the copies began. Another try finds out what has become of them. */
const overtaken = () =>
  new Refusal(
    'unavailable',
    'Your photos did not reach their place in time, and nothing was posted. Please try again.',
  )
