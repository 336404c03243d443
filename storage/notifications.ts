import { limits } from '@mayfly/contract/limits'
import type { Notification, NotificationKind } from '@mayfly/contract/notifications'
import type { Database } from './database.ts'
import { choicesOf, isKindFor } from './notification-choices.ts'
import { eventsOf } from './notification-events.ts'
import { noteNotices } from './notify.ts'
import { before, edgedPageOf, type PageRequest } from './pages.ts'
import { authorAsJson, columns, quotedPost } from './post-columns.ts'
import { type Statement, sql } from './sql.ts'
import { silentTo } from './visibility.ts'

const SWEEP_BATCH = 1_000

/** How many notifications are looked at, for one page and to count, when nobody is left behind most of them. */
const LIST_REACH = 400
const COUNT_REACH = 1_000

/** Something to say to one person that stands nowhere else. */
interface Notice {
  toId: string
  /** What it is about, once for each thing: the same again is said anew. */
  aboutId: string
  /** Sorts by its time and carries its end. */
  id: string
  words: string
}

/** What people are told. Who did what is read where it happened; see `docs/decisions`. */
export const notificationStore = (database: Database) => ({
  /** Tells somebody of what moderators did. @returns whether there is such a person */
  insert: async ({ toId, aboutId, id, words }: Notice) =>
    (await database.change(
      noteNotices(sql`
        select u.id as to_id, ${aboutId}::uuid as about_id, ${id}::uuid as id, ${words}::text as words
        from users u where u.id = ${toId}`),
    )) > 0,

  /** The latest first. One that is told again in between is on no later page, but on the first. */
  list: (readerId: string, kinds: readonly NotificationKind[], page: PageRequest, now: Date) =>
    edgedPageOf<Notification & { id: string }>(
      database,
      sql`
        with silent as materialized (${silentTo(readerId)}), near as materialized (
          select n.latest_id, row_number() over (order by n.latest_id desc) as number from notifications n
          where ${isFor(readerId, kinds, now)} ${before(page.cursor, sql`n.latest_id`)}
          order by n.latest_id desc limit ${LIST_REACH}
        )
        select e.latest_id as edge, f.*
        from (select (select latest_id from near where number = ${LIST_REACH}) as latest_id) e
        left join (
          select n.latest_id as id, n.kind, n.about_id as "aboutId", n.latest_id as place, d.people, d.count,
            ${writtenPost(readerId, now)} as post, ${ownPost} as about, ${saidIn} as words,
            written_at(d.latest) as "createdAt", n.expires_at as "expiresAt",
            d.latest > ${readBy(readerId)} as "isUnread"
          from near
            -- One by one, until the page is full.
            cross join lateral (
              select * from notifications n where n.to_id = ${readerId} and n.latest_id = near.latest_id limit 1
            ) n
            cross join lateral (${digestOf(eventsOf({ id: readerId, now }))}) d
          where d.latest is not null
          order by near.latest_id desc
          limit ${page.limit + 1}
        ) f on true
        order by f.place desc`,
      page.limit,
      ({ place }) => place,
    ),

  countUnread: async (readerId: string, kinds: readonly NotificationKind[], now: Date) => {
    const since = readBy(readerId)
    const counted = await database.first<{ count: number }>(sql`
      with silent as materialized (${silentTo(readerId)})
      select count(*)::int as count from (
        select from (
          select * from notifications n
          where ${isFor(readerId, kinds, now)} and n.latest_id > ${since}
          order by n.latest_id desc limit ${COUNT_REACH}
        ) n
        where exists (${eventsOf({ id: readerId, now, since, most: 1 })})
        limit ${limits.notificationsMost}
      ) unread`)
    return counted?.count ?? 0
  },

  /** Notes how far somebody has read. @returns whether that is further than before */
  markRead: async (readerId: string, place: string) =>
    (await database.change(sql`
      update users set notifications_read_id = ${place}
      where id = ${readerId} and (notifications_read_id is null or notifications_read_id < ${place})`)) > 0,

  ...choicesOf(database),

  /** Deletes what has expired and did not go with its post. @returns how many rows went */
  removeExpired: (now: Date) =>
    database.change(sql`
      delete from notifications where (to_id, kind, about_id) in (
        select to_id, kind, about_id from notifications
        where post_id is null and expires_at <= ${now}
        order by expires_at limit ${SWEEP_BATCH} for update skip locked
      )`),
})

const isFor = (readerId: string, kinds: readonly NotificationKind[], now: Date) =>
  sql`n.to_id = ${readerId} and n.expires_at > ${now} and n.kind = any(${kinds}::text[]) and ${isKindFor(readerId)}`

/** How far somebody has read: before everything, if they never did. */
const readBy = (readerId: string) => sql`
  (select coalesce(u.notifications_read_id, '00000000-0000-0000-0000-000000000000') from users u where u.id = ${readerId})`

/** When it happened last, who did it last, and how many did. */
const digestOf = (events: Statement) => sql`
  with e as materialized (${events})
  select
    (select e.id from e order by e.id desc limit 1) as latest,
    (select count(distinct e.person_id)::int from e) as count,
    (select coalesce(json_agg(${authorAsJson} order by last.id desc), '[]')
      from (
        select e.person_id, (array_agg(e.id order by e.id desc))[1] as id
        from e group by e.person_id order by id desc limit 3
      ) last join users u on u.id = last.person_id) as people`

/** The latest of what people wrote, as one value: its times in the contract's form. */
const writtenPost = (readerId: string, now: Date) => sql`
  (select to_jsonb(w) || jsonb_build_object(
      'createdAt', ${asIso(sql`w."createdAt"`)}, 'expiresAt', ${asIso(sql`w."expiresAt"`)})
    from (
      select ${columns(readerId, now)}
      from posts p join users u on u.id = p.author_id
      where n.kind in ('reply', 'mention', 'quote') and p.id = d.latest and p.expires_at > ${now}
    ) w)`

/** The reader's own post, where what was done to it does not show it. */
const ownPost = sql`
  (select ${quotedPost} from posts q join users u on u.id = q.author_id
    where n.kind in ('like', 'repost', 'reply') and q.id = n.about_id)`

const saidIn = sql`
  coalesce(n.words, (select i.problem from pictures i where i.id = n.picture_id))`

const asIso = (time: Statement) => sql`to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
