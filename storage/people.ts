import type { Author, ListedPerson, Person } from '@mayfly/contract/people'
import type { Database } from './database.ts'
import { ownerOf, ownersOf } from './handles.ts'
import { type Statement, sql } from './sql.ts'
import { isVisible, isVisibleTo, outOfSight } from './visibility.ts'

const SEARCH_MOST = 10
/** The first are looked for among so many of each kind. */
const LOOKED_AT = 50

export interface NewPerson {
  id: string
  displayName: string
  createdAt: Date
}

/** The columns of a person `u` who is only named. */
export const authorOf = sql`u.id, u.handle, u.display_name as "displayName", u.avatar_id as "avatarId"`

/** The columns of a person `u` in a list for this viewer. */
export const listedFor = (viewerId: string | undefined): Statement => sql`
  ${authorOf}, u.bio,
  exists (select from follows f
    where f.follower_id = ${viewerId ?? null}::uuid and f.followee_id = u.id) as "isFollowed",
  exists (select from follows f
    where f.follower_id = u.id and f.followee_id = ${viewerId ?? null}::uuid) as "followsYou",
  exists (select from mutes m where m.muter_id = ${viewerId ?? null}::uuid and m.muted_id = u.id) as "isMuted"`

/** Whom no list shows to this viewer, whoever they are. */
const hiddenFrom = (viewerId: string | undefined): Statement => sql`
  ${outOfSight}
  union select blocked_id from blocks where blocker_id = ${viewerId ?? null}::uuid
  union select blocker_id from blocks where blocked_id = ${viewerId ?? null}::uuid`

/**
 * How many of those who follow a person `u`, or whom they follow, are `hidden`: looked up from the side on which there
 * are fewer. `offset 0` keeps Postgres from reading the other one for it.
 */
const hiddenAmong = (count: Statement, own: Statement, other: Statement): Statement => sql`
  case when ${count} < (select count(*) from hidden)
    then (select count(*)::int from follows f where ${own} = u.id and (${other} in (select id from hidden)))
    else (select count(*)::int from hidden h
      where exists (select from follows f where ${own} = u.id and ${other} = h.id offset 0))
  end`

export const peopleStore = (database: Database) => {
  /** Those who match, whether or not the viewer may see them. */
  const findAmongAll = (match: Statement, viewerId: string | undefined, now: Date) =>
    database.first<Person>(sql`
      with hidden as materialized (${hiddenFrom(viewerId)})
      select ${listedFor(viewerId)}, u.banner_id as "bannerId", u.created_at as "createdAt",
        (select count(*)::int from posts p
          where p.author_id = u.id and p.reply_to is null and p.expires_at > ${now}) as "postCount",
        u.follower_count - ${hiddenAmong(sql`u.follower_count`, sql`f.followee_id`, sql`f.follower_id`)}
          as "followerCount",
        u.following_count - ${hiddenAmong(sql`u.following_count`, sql`f.follower_id`, sql`f.followee_id`)}
          as "followingCount"
      from users u
      where ${match}`)

  const find = (match: Statement, viewerId: string | undefined, now: Date) =>
    findAmongAll(sql`${match} and ${isVisibleTo(viewerId)}`, viewerId, now)

  return {
    /** Makes the person with the first handle that is free then. Does nothing when the person is there already. */
    insert: async ({ id, displayName, createdAt }: NewPerson, handles: Iterable<string>): Promise<void> => {
      for (const handle of handles) {
        const settled = await database.change(sql`
          with made as (
            insert into users (id, handle, display_name, created_at)
            select ${id}::uuid, ${handle}::citext, ${displayName}, ${createdAt}::timestamptz
            where not exists ${ownerOf(handle, createdAt)}
            on conflict do nothing
            returning id
          )
          select id from made union all select id from users where id = ${id}`)
        if (settled > 0) return
      }
      throw new Error('Every handle that was tried for a new person is taken.')
    },

    /** Sets what a person says about themselves. */
    describe: (id: string, { displayName, bio }: { displayName: string; bio: string }) =>
      database.change(sql`
        update users u set display_name = ${displayName}, bio = ${bio} where u.id = ${id} and ${isVisible}`),

    /** By the handle that a person has, or had a short while ago. */
    findByHandle: (handle: string, viewerId: string | undefined, now: Date) =>
      find(sql`u.id = ${ownerOf(handle, now)}`, viewerId, now),

    /** The id alone, where the rest is not asked for. */
    findIdByHandle: async (handle: string, viewerId: string | undefined, now: Date) =>
      (
        await database.first<{ id: string }>(sql`
          select u.id from users u where u.id = ${ownerOf(handle, now)} and ${isVisibleTo(viewerId)}`)
      )?.id,

    /** For moderators: also somebody who is suspended. */
    findAnybody: (handle: string, now: Date) =>
      findAmongAll(sql`u.handle = ${handle}::citext`, undefined, now),

    findById: (id: string, now: Date) => find(sql`u.id = ${id}`, id, now),

    /** Those of these people whom the viewer may see, the viewer included. */
    listVisible: (ids: readonly string[], viewerId: string) =>
      database.rows<Author>(sql`
        select ${authorOf} from users u where u.id = any(${ids}::uuid[]) and ${isVisibleTo(viewerId)}`),

    /** The ids of those of these people whom the viewer may see, each beside the handle that was asked for. */
    listIdsByHandles: (handles: readonly string[], viewerId: string, now: Date) =>
      database.rows<{ handle: string; id: string }>(sql`
        select o.handle, u.id from ${ownersOf(handles, now)} o join users u on u.id = o.id
        where ${isVisibleTo(viewerId)}`),

    /** People whose handle or name begins like this, then those whose is much like it; a few. */
    search: (query: string, viewerId: string | undefined) => {
      const text = query.toLowerCase().replace(/^@/, '')
      return database.rows<ListedPerson>(sql`
        with found as materialized (
          (select u.id from users u where ${beginsWith(handleText, text)} order by ${handleText} limit ${LOOKED_AT})
          union
          (select u.id from users u where ${beginsWith(nameText, text)} order by ${nameText} limit ${LOOKED_AT})
          union
          ${likeness(text)}
        )
        select ${listedFor(viewerId)}
        from (
          select f.id from found f join users u on u.id = f.id
          order by
            u.handle::text = ${text} desc,
            starts_with(u.handle::text, ${text}) desc,
            greatest(similarity(u.handle::text, ${text}), similarity(lower(u.display_name), ${text})) desc,
            u.id
          offset 0
        ) ranked join users u on u.id = ranked.id
        where ${isVisibleTo(viewerId)}
        limit ${SEARCH_MOST}`)
    },
  }
}

// As they are in the indexes: by their letters alone, so that all that begin alike lie side by side.
const handleText = sql`u.handle::text collate "C"`
const nameText = sql`lower(u.display_name) collate "C"`

const beginsWith = (column: Statement, text: string) =>
  sql`${column} >= ${text} and ${column} < ${`${text}\u{10ffff}`}`

/** Those of the likest names. One or two letters are a bit like too many. */
const likeness = (text: string) =>
  [...text].length < 3
    ? sql`select null::uuid where false`
    : sql`(
        select u.id from users u
        where lower(u.display_name) like ${`% ${text.replaceAll(/[\\%_]/g, '\\$&')}%`}
          or u.handle::text % ${text} or lower(u.display_name) % ${text}
        order by greatest(similarity(u.handle::text, ${text}), similarity(lower(u.display_name), ${text})) desc, u.id
        limit ${LOOKED_AT})`
