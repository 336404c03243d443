import type { Page } from '@mayfly/contract/pages'
import type { Post } from '@mayfly/contract/posts'
import type { Database } from './database.ts'
import type { ObjectStore } from './objects.ts'
import { columns } from './post-columns.ts'
import { type Statement, sql } from './sql.ts'
import { isVisibleTo } from './visibility.ts'
import { writerOf } from './write-post.ts'

const SWEEP_BATCH = 1_000

/** Where a page begins and how long it is. */
export interface PageRequest {
  cursor?: string | undefined
  limit: number
}

export const postStore = (database: Database, objects: ObjectStore) => {
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
     * Refuses with `unavailable` when the photos cannot be brought to their post now.
     */
    insert: writerOf(database, objects),

    find: (id: string, viewerId: string | undefined, now: Date) =>
      database.first<Post>(sql`
        select ${columns(now)}
        from posts p join users u on u.id = p.author_id
        where p.id = ${id} and p.expires_at > ${now} and ${isVisibleTo(viewerId)}`),

    /** Whether a post was there to be removed: a live one of this author. */
    remove: async (id: string, authorId: string, now: Date) =>
      (await database.change(
        sql`delete from posts where id = ${id} and author_id = ${authorId} and expires_at > ${now}`,
      )) > 0,

    /** The newest posts of everybody. */
    listNewest: (viewerId: string | undefined, { cursor, limit }: PageRequest, now: Date) =>
      page(
        (count) => sql`
          select ${columns(now)}
          from posts p join users u on u.id = p.author_id
          where p.reply_to is null and p.expires_at > ${now} and ${isVisibleTo(viewerId)} ${before(cursor)}
          order by p.id desc
          limit ${count}`,
        limit,
      ),

    /** The newest posts of one person. */
    listByAuthor: (
      authorId: string,
      viewerId: string | undefined,
      { cursor, limit }: PageRequest,
      now: Date,
    ) =>
      page(
        (count) => sql`
          select ${columns(now)}
          from posts p join users u on u.id = p.author_id
          where p.author_id = ${authorId} and p.reply_to is null
            and p.expires_at > ${now} and ${isVisibleTo(viewerId)} ${before(cursor)}
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
            where (select ${isVisibleTo(viewerId)} from users u where u.id = a.id)
            order by p.id desc
            limit ${count}
          )
          select ${columns(now)}
          from newest n join posts p on p.id = n.id join users u on u.id = p.author_id
          order by p.id desc`,
        limit,
      ),

    /** The direct replies to a post, oldest first. */
    listReplies: (
      parentId: string,
      viewerId: string | undefined,
      { cursor, limit }: PageRequest,
      now: Date,
    ) =>
      page(
        (count) => sql`
          select ${columns(now)}
          from posts p join users u on u.id = p.author_id
          where p.reply_to = ${parentId} and p.expires_at > ${now} and ${isVisibleTo(viewerId)} ${after(cursor)}
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
