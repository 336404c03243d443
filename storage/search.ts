import type { Page } from '@mayfly/contract/pages'
import type { Post } from '@mayfly/contract/posts'
import type { Database } from './database.ts'
import { ownersOf } from './handles.ts'
import { before, type PageRequest } from './pages.ts'
import { columns } from './post-columns.ts'
import { slicesBefore, type WantedWords, wantedBy } from './search-marks.ts'
import { type Statement, sql } from './sql.ts'
import { isVisibleTo, isWantedBy } from './visibility.ts'

/** The best are looked for among so many of the newest. */
const CANDIDATES = 100

export interface WantedPosts extends WantedWords {
  /** Handles. */
  authors: readonly string[]
}

/** Looks for posts by their words. */
export const searchStore = (database: Database) => {
  /** The ids of the newest posts that match, as many as `count`. */
  async function newest(
    wanted: WantedPosts,
    viewerId: string | undefined,
    { cursor, count }: { cursor?: string | undefined; count: number },
    now: Date,
  ): Promise<string[]> {
    const authorIds = await idsOf(wanted.authors, viewerId, now)
    if (authorIds === undefined) return []
    const words = wantedBy(wanted, authorIds)
    // Whoever asks for somebody by name wants to see them.
    const isWanted = authorIds.length > 0 ? sql`true` : isWantedBy(viewerId)
    const ids: string[] = []
    for (const slice of slicesBefore(cursor === undefined ? now : momentOf(cursor))) {
      const found = await database.rows<{ id: string }>(sql`
        with found as materialized (
          select w.post_id from post_words w
          where w.words @@ (select ${`${slice} & ${words}`}::tsquery) and post_expiry(w.post_id) > ${now}
            ${before(cursor, sql`w.post_id`)}
        )
        select f.post_id as id
        from (select post_id from found order by post_id desc offset 0) f
        where (
          select ${isVisibleTo(viewerId)} and ${isWanted} from posts p join users u on u.id = p.author_id
          where p.id = f.post_id and p.expires_at > ${now}
        )
        limit ${count - ids.length}`)
      ids.push(...found.map(({ id }) => id))
      if (ids.length >= count) break
    }
    return ids
  }

  /** Undefined when one of them is nobody, or not for this reader. */
  async function idsOf(handles: readonly string[], viewerId: string | undefined, now: Date) {
    if (handles.length === 0) return []
    const people = await database.rows<{ id: string }>(sql`
      select u.id from ${ownersOf(handles, now)} o join users u on u.id = o.id where ${isVisibleTo(viewerId)}`)
    return people.length === handles.length ? people.map(({ id }) => id) : undefined
  }

  const read = (
    ids: readonly string[],
    order: Statement,
    limit: number,
    viewerId: string | undefined,
    now: Date,
  ) =>
    database.rows<Post>(sql`
      select ${columns(viewerId, now)}
      from posts p join users u on u.id = p.author_id
      where p.id = any(${ids}::uuid[]) and p.expires_at > ${now} and ${isVisibleTo(viewerId)}
      order by ${order}
      limit ${limit}`)

  return {
    /** The newest first. */
    listNewest: async (
      wanted: WantedPosts,
      viewerId: string | undefined,
      { cursor, limit }: PageRequest,
      now: Date,
    ): Promise<Page<Post>> => {
      const ids = await newest(wanted, viewerId, { cursor, count: limit + 1 }, now)
      const items = await read(ids, sql`p.id desc`, limit, viewerId, now)
      return { items, next: ids.length > limit ? (ids[limit - 1] ?? null) : null }
    },

    /** Those of the newest that have most life in them; one page. */
    listWarmest: async (
      wanted: WantedPosts,
      viewerId: string | undefined,
      limit: number,
      now: Date,
    ): Promise<Page<Post>> => {
      const ids = await newest(wanted, viewerId, { count: CANDIDATES }, now)
      return { items: await read(ids, sql`p.heat desc, p.id desc`, limit, viewerId, now), next: null }
    },
  }
}

/** When a post was written, read from its id. */
const momentOf = (id: string) => new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))
