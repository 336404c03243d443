import type { Author, Person } from '@mayfly/contract/people'
import type { Database } from './database.ts'
import { noteFollow } from './notify.ts'
import { type Statement, sql } from './sql.ts'
import { isVisibleTo } from './visibility.ts'

const SEARCH_MOST = 10

export interface NewPerson {
  id: string
  displayName: string
  createdAt: Date
}

/** The columns of a person `u` who is only named. */
export const authorOf = sql`u.id, u.handle, u.display_name as "displayName", u.avatar_id as "avatarId"`

export const peopleStore = (database: Database) => {
  /** Those who match, whether or not the viewer may see them. */
  const findAmongAll = (match: Statement, viewerId: string | undefined, now: Date) =>
    database.first<Person>(sql`
      select ${authorOf},
        u.bio, u.banner_id as "bannerId", u.created_at as "createdAt",
        (select count(*)::int from posts p
          where p.author_id = u.id and p.reply_to is null and p.expires_at > ${now}) as "postCount",
        (select count(*)::int from follows f where f.followee_id = u.id) as "followerCount",
        (select count(*)::int from follows f where f.follower_id = u.id) as "followingCount",
        exists (select from follows f
          where f.follower_id = ${viewerId ?? null}::uuid and f.followee_id = u.id) as "isFollowed"
      from users u
      where ${match}`)

  const find = (match: Statement, viewerId: string | undefined, now: Date) =>
    findAmongAll(sql`${match} and ${isVisibleTo(viewerId)}`, viewerId, now)

  return {
    /** Makes the person with the first free handle. Does nothing when the person is there already. */
    insert: async ({ id, displayName, createdAt }: NewPerson, handles: Iterable<string>): Promise<void> => {
      for (const handle of handles) {
        const settled = await database.change(sql`
          with made as (
            insert into users (id, handle, display_name, created_at)
            values (${id}, ${handle}, ${displayName}, ${createdAt})
            on conflict do nothing
            returning id
          )
          select id from made union all select id from users where id = ${id}`)
        if (settled > 0) return
      }
      throw new Error('Every handle that was tried for a new person is taken.')
    },

    /** Sets what a person says about themselves. @returns whether there is such a person */
    describe: async (id: string, { bio }: { bio: string }) =>
      (await database.change(sql`update users set bio = ${bio} where id = ${id}`)) > 0,

    findByHandle: (handle: string, viewerId: string | undefined, now: Date) =>
      find(sql`u.handle = ${handle}::citext`, viewerId, now),

    /** For moderators: also somebody who is suspended. */
    findAnybody: (handle: string, now: Date) =>
      findAmongAll(sql`u.handle = ${handle}::citext`, undefined, now),

    findById: (id: string, now: Date) => find(sql`u.id = ${id}`, id, now),

    /** Those of these people whom the viewer may see, the viewer included. */
    listVisible: (ids: readonly string[], viewerId: string) =>
      database.rows<Author>(sql`
        select ${authorOf} from users u where u.id = any(${ids}::uuid[]) and ${isVisibleTo(viewerId)}`),

    listByHandles: (handles: readonly string[], viewerId: string) =>
      database.rows<Author>(sql`
        select ${authorOf} from users u
        where u.handle = any(${handles}::citext[]) and ${isVisibleTo(viewerId)}`),

    /** People whose handle or name begins like this, then those whose is much like it; a few. */
    search: (query: string, viewerId: string | undefined) => {
      const text = query.toLowerCase().replace(/^@/, '')
      const beginning = `${text.replaceAll(/[\\%_]/g, '\\$&')}%`
      return database.rows<Author>(sql`
        select ${authorOf}
        from users u
        where (u.handle::text like ${beginning} or lower(u.display_name) like ${beginning}
            or lower(u.display_name) like ${`% ${beginning}`}
            or u.handle::text % ${text} or lower(u.display_name) % ${text})
          and ${isVisibleTo(viewerId)}
        order by
          u.handle::text = ${text} desc,
          u.handle::text like ${beginning} desc,
          greatest(similarity(u.handle::text, ${text}), similarity(lower(u.display_name), ${text})) desc,
          u.id
        limit ${SEARCH_MOST}`)
    },

    /** Suspended people keep their handles too. */
    isHandleTaken: async (handle: string) =>
      (await database.first(sql`select 1 from users where handle = ${handle}::citext`)) !== undefined,

    /**
     * Does nothing when one of the two is gone, suspended or out of the other's sight.
     * @param newsId names what is told of it, and carries its end
     * @returns whether it is new, and the other one is told
     */
    follow: async (followerId: string, followeeId: string, newsId: string, now: Date) =>
      (await database.change(sql`
        with made as (
          insert into follows (follower_id, followee_id, created_at)
          select ${followerId}::uuid, ${followeeId}::uuid, ${now}::timestamptz
          where 2 = (select count(*) from users u where u.id in (${followerId}, ${followeeId})
            and ${isVisibleTo(followerId)})
          on conflict do nothing
          returning followee_id
        )
        ${noteFollow(newsId)}`)) > 0,

    unfollow: (followerId: string, followeeId: string) =>
      database.change(
        sql`delete from follows where follower_id = ${followerId} and followee_id = ${followeeId}`,
      ),
  }
}
