import type { Post } from '@mayfly/contract/posts'
import type { Database } from './database.ts'
import { newestPosts } from './newest-posts.ts'
import type { ObjectStore } from './objects.ts'
import { after, type PageRequest, pageOf } from './pages.ts'
import { columns } from './post-columns.ts'
import { sql } from './sql.ts'
import { sweep } from './sweep.ts'
import { isVisible, isVisibleTo } from './visibility.ts'
import { writerOf } from './write-post.ts'

export const postStore = (database: Database, objects: ObjectStore) => ({
  /**
   * Stores a post with its photos, all or nothing. Undefined when the author is gone or suspended, when the
   * answered or quoted post is gone meanwhile, when it was sent before under the same key, or when a photo is not a
   * ready one of the author's that is still free. Refuses with `unavailable` when the photos cannot be brought to
   * their post now.
   */
  insert: writerOf(database, objects),

  /** What its author has sent under this key, while it lives. */
  findSent: (authorId: string, key: string, now: Date) =>
    database.first<Post>(sql`
      select ${columns(authorId, now)}
      from sent_posts s join posts p on p.id = s.post_id join users u on u.id = p.author_id
      where s.author_id = ${authorId} and s.key = ${key} and p.expires_at > ${now} and ${isVisible}`),

  find: (id: string, viewerId: string | undefined, now: Date) =>
    database.first<Post>(sql`
      select ${columns(viewerId, now)}
      from posts p join users u on u.id = p.author_id
      where p.id = ${id} and p.expires_at > ${now} and ${isVisibleTo(viewerId)}`),

  /** For moderators: also a post by somebody who is suspended. */
  findForModerators: (id: string, now: Date) =>
    database.first<Post>(sql`
      select ${columns(undefined, now)}
      from posts p join users u on u.id = p.author_id
      where p.id = ${id} and p.expires_at > ${now}`),

  /** Whether a post was there to be removed: a live one of this author. */
  remove: async (id: string, authorId: string, now: Date) =>
    (await database.change(
      sql`delete from posts where id = ${id} and author_id = ${authorId} and expires_at > ${now}`,
    )) > 0,

  /** The direct replies to a post, oldest first. */
  listReplies: (parentId: string, viewerId: string | undefined, page: PageRequest, now: Date) =>
    pageOf<Post>(
      database,
      page,
      (count) => sql`
        select ${columns(viewerId, now)}
        from posts p join users u on u.id = p.author_id
        where p.reply_to = ${parentId} and p.expires_at > ${now} and ${isVisibleTo(viewerId)}
          ${after(page.cursor, sql`p.id`)}
        order by p.id
        limit ${count}`,
      ({ id }) => id,
    ),

  /** The posts that quote a post, newest first. */
  listQuotes: (quotedId: string, viewerId: string | undefined, page: PageRequest, now: Date) =>
    newestPosts(database, sql`p.quote_of = ${quotedId}`, viewerId, page, now),

  /** Deletes what has expired. @returns how many posts went */
  removeExpired: async (now: Date) => {
    const removed = await sweep(database, { table: sql`posts`, key: sql`id`, end: sql`expires_at` }, now)
    await sweep(database, { table: sql`reply_stubs`, key: sql`id`, end: sql`expires_at` }, now)
    return removed
  },
})
