import type { Suggestion } from '@mayfly/contract/follows'
import type { ListedPerson } from '@mayfly/contract/people'
import type { Database } from './database.ts'
import { noteFollow } from './notify.ts'
import { before, type PageRequest, pageOf } from './pages.ts'
import { listedFor } from './people.ts'
import { type Statement, sql } from './sql.ts'
import { isUnmutedBy, isVisibleTo } from './visibility.ts'

/** Of so many of those whom one follows, the newest, so many of those whom they follow are looked at. */
const FRIENDS_LOOKED_AT = 50
const THEIRS_LOOKED_AT = 50
/** Among the authors of so many posts, the newest, are the active. */
const POSTS_LOOKED_AT = 200

export const followStore = (database: Database) => {
  /** @param other the column of `follows` with whom the list shows */
  const list = (match: Statement, other: Statement, viewerId: string | undefined, page: PageRequest) =>
    pageOf<ListedPerson & { place: string }>(
      database,
      page,
      (count) => sql`
        with listed as (
          select f.id as place, ${other} as id
          from follows f
          where ${match} ${before(page.cursor, sql`f.id`)}
            -- As a value, so that the planner asks for each in the order of the index until the page is full.
            and (select ${isVisibleTo(viewerId)} from users u where u.id = ${other})
          order by f.id desc
          limit ${count}
        )
        select ${listedFor(viewerId)}, l.place
        from listed l join users u on u.id = l.id
        order by l.place desc`,
      ({ place }) => place,
    )

  return {
    /**
     * Doing it twice is the same as once. The id is the follow's place in the lists, and names what is told of it.
     * @returns undefined when one of the two is not there for the other; whom it was told to, if it is new
     */
    insert: (followerId: string, followeeId: string, id: string, now: Date) =>
      database.first<{ notifiedId: string | null }>(sql`
        with pair as (
          select count(*) from users u where u.id in (${followerId}, ${followeeId})
            and ${isVisibleTo(followerId)}
          having count(*) = 2
        ), made as (
          insert into follows (id, follower_id, followee_id, created_at)
          select ${id}::uuid, ${followerId}::uuid, ${followeeId}::uuid, ${now}::timestamptz from pair
          on conflict do nothing
          returning followee_id
        ), notified as (
          ${noteFollow(id)}
        )
        select (select to_id from notified) as "notifiedId" from pair`),

    /** Locks both people before the follow that counts with them, in the order in which all lock them. */
    remove: (followerId: string, followeeId: string) =>
      database.change(sql`
        with pair as (
          select u.id from users u where u.id in (${followerId}, ${followeeId})
          order by u.id for no key update
        )
        delete from follows
        where follower_id = ${followerId} and followee_id = ${followeeId} and (select count(*) from pair) = 2`),

    /** Who follows a person, the newest first. */
    listFollowers: (personId: string, viewerId: string | undefined, page: PageRequest) =>
      list(sql`f.followee_id = ${personId}`, sql`f.follower_id`, viewerId, page),

    /** Whom a person follows, the newest first. */
    listFollowing: (personId: string, viewerId: string | undefined, page: PageRequest) =>
      list(sql`f.follower_id = ${personId}`, sql`f.followee_id`, viewerId, page),

    /** Whom a person may want to follow: friends of friends, then who wrote a short while ago. */
    listSuggestions: (personId: string, limit: number, now: Date) =>
      database.rows<Suggestion>(sql`
        with friends as (
          select u.id
          from (
            select followee_id from follows where follower_id = ${personId}
            order by id desc limit ${FRIENDS_LOOKED_AT}
          ) w join users u on u.id = w.followee_id
          where ${isVisibleTo(personId)}
        ), common as (
          select w.followee_id as id, count(*)::int as friends
          from friends f cross join lateral (
            select followee_id from follows where follower_id = f.id
            order by id desc limit ${THEIRS_LOOKED_AT}
          ) w
          group by w.followee_id
        ), active as (
          select distinct on (author_id) author_id as id, id as newest
          from (
            select author_id, id from posts where reply_to is null and expires_at > ${now}
            order by id desc limit ${POSTS_LOOKED_AT}
          ) p
          order by author_id, id desc
        )
        select ${listedFor(personId)}, likely.friends as "commonCount"
        from (
          -- As values, so that the planner asks in this order, and only until there are enough.
          select ranked.* from (
            select coalesce(c.id, a.id) as id, coalesce(c.friends, 0) as friends, a.newest
            from common c full join active a on a.id = c.id
            order by coalesce(c.friends, 0) desc, a.newest desc nulls last, coalesce(c.id, a.id) desc
            offset 0
          ) ranked
          where ranked.id <> ${personId}
            and not exists (
              select from follows w where w.follower_id = ${personId} and w.followee_id = ranked.id offset 0
            )
            and (select ${isVisibleTo(personId)} and ${isUnmutedBy(personId)} from users u where u.id = ranked.id)
          limit ${limit}
        ) likely join users u on u.id = likely.id
        order by likely.friends desc, likely.newest desc nulls last, likely.id desc`),
  }
}
