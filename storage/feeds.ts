import type { FeedPost } from '@mayfly/contract/feeds'
import type { Post } from '@mayfly/contract/posts'
import type { Database } from './database.ts'
import { listFading } from './fading-feed.ts'
import { listMerged } from './merged-feed.ts'
import { newestPosts } from './newest-posts.ts'
import { before, beforeRanked, type PageRequest, pageOf, rankedCursor } from './pages.ts'
import { columns } from './post-columns.ts'
import { type Statement, sql } from './sql.ts'
import { isUnmutedBy, isVisibleTo, isWantedBy } from './visibility.ts'

/** Lists of posts, made when they are read. */
export const feedStore = (database: Database) => {
  /** The posts of one person that match, newest first. */
  const listOf = (
    match: Statement,
    authorId: string,
    viewerId: string | undefined,
    page: PageRequest,
    now: Date,
  ) => newestPosts(database, sql`p.author_id = ${authorId} and ${match}`, viewerId, page, now)

  /** The posts with which the viewer did something, the latest first. */
  const listDone = (table: Statement, viewerId: string, page: PageRequest, now: Date) =>
    pageOf<FeedPost>(
      database,
      page,
      (count) => sql`
        select d.id as place, ${columns(viewerId, now)}, null as "repostedBy"
        from ${table} d join posts p on p.id = d.post_id join users u on u.id = p.author_id
        where d.person_id = ${viewerId} and p.expires_at > ${now} and ${isVisibleTo(viewerId)}
          ${before(page.cursor, sql`d.id`)}
        order by d.id desc
        limit ${count}`,
      ({ place }) => place,
    )

  return {
    /** What those write and repost whom the viewer follows, and the viewer. */
    listHome: (viewerId: string, page: PageRequest, now: Date) =>
      listMerged(
        database,
        { people: followedAnd(viewerId), wanted: isWantedBy(viewerId) },
        viewerId,
        page,
        now,
      ),

    /** What one person writes and reposts. */
    listByAuthor: (authorId: string, viewerId: string | undefined, page: PageRequest, now: Date) =>
      listMerged(
        database,
        { people: sql`select ${authorId}::uuid as id`, wanted: sql`true` },
        viewerId,
        page,
        now,
      ),

    listRepliesBy: (authorId: string, viewerId: string | undefined, page: PageRequest, now: Date) =>
      listOf(sql`p.reply_to is not null`, authorId, viewerId, page, now),

    /** All that one person wrote, replies too, for themselves. */
    listWritten: (authorId: string, page: PageRequest, now: Date) =>
      listOf(sql`true`, authorId, authorId, page, now),

    listMediaBy: (authorId: string, viewerId: string | undefined, page: PageRequest, now: Date) =>
      listOf(sql`p.photo_count > 0`, authorId, viewerId, page, now),

    listLiked: (viewerId: string, page: PageRequest, now: Date) => listDone(sql`likes`, viewerId, page, now),

    listReposted: (viewerId: string, page: PageRequest, now: Date) =>
      listDone(sql`reposts`, viewerId, page, now),

    listBookmarked: (viewerId: string, page: PageRequest, now: Date) =>
      listDone(sql`bookmarks`, viewerId, page, now),

    /** The posts of everybody that are warmest: young, and with much life in them. */
    listWarmest: (viewerId: string | undefined, page: PageRequest, now: Date) =>
      pageOf<Post & { heat: string }>(
        database,
        page,
        (count) => sql`
          select p.heat, ${columns(viewerId, now)}
          from posts p join users u on u.id = p.author_id
          where p.reply_to is null and p.expires_at > ${now}
            and ${isVisibleTo(viewerId)} and ${isWantedBy(viewerId)}
            ${beforeRanked(page.cursor, sql`p.heat`, sql`p.id`)}
          order by p.heat desc, p.id desc
          limit ${count}`,
        ({ heat, id }) => rankedCursor(heat, id),
      ),

    /** The newest posts of everybody. */
    listNewest: (viewerId: string | undefined, page: PageRequest, now: Date) =>
      newestPosts(database, sql`p.reply_to is null and ${isWantedBy(viewerId)}`, viewerId, page, now),

    /** The newest posts with a tag, as it is compared. */
    listByTag: (tag: string, viewerId: string | undefined, page: PageRequest, now: Date) =>
      pageOf<Post>(
        database,
        page,
        (count) => sql`
          select ${columns(viewerId, now)}
          from post_tags t join posts p on p.id = t.post_id join users u on u.id = p.author_id
          where t.tag = ${tag} and p.expires_at > ${now}
            and ${isVisibleTo(viewerId)} and ${isWantedBy(viewerId)}
            ${before(page.cursor, sql`t.post_id`)}
          order by t.post_id desc
          limit ${count}`,
        ({ id }) => id,
      ),

    /** The posts of those whom the viewer follows, and the viewer's own: what goes next comes first. */
    listFading: (viewerId: string, page: PageRequest, now: Date) =>
      listFading(database, followedAnd(viewerId), viewerId, page, now),
  }
}

/** Those whom the viewer follows and has not muted, and the viewer. */
const followedAnd = (viewerId: string) => sql`
  select u.id from (select followee_id as id from follows where follower_id = ${viewerId}) u
  where ${isUnmutedBy(viewerId)}
  union all
  select ${viewerId}::uuid`
