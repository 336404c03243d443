import type { FeedPost } from '@mayfly/contract/feeds'
import type { Page } from '@mayfly/contract/pages'
import type { Database } from './database.ts'
import { before, edgedPageOf, type PageRequest } from './pages.ts'
import { authorAsJson, columns } from './post-columns.ts'
import { type Statement, sql } from './sql.ts'
import { isVisible, isVisibleTo } from './visibility.ts'

interface Sources {
  /** A query for the ids of the people. */
  people: Statement
  /** Whether a post by `u` is wanted, whoever reposted it. */
  wanted: Statement
}

/**
 * What some people write and repost, newest first, each post once: where it was written if its author is one of them,
 * else where the first of them reposted it. What comes later never moves it, so pages neither skip nor repeat.
 *
 * Each person has two sources, posts and reposts. The newest of many come from as many sources at the most, so only
 * those with the newest heads are read on. What is below the least that was read of them waits for the next page.
 */
export async function listMerged(
  database: Database,
  sources: Sources,
  viewerId: string | undefined,
  { cursor, limit }: PageRequest,
  now: Date,
): Promise<Page<FeedPost>> {
  return edgedPageOf<FeedPost>(
    database,
    mergedQuery(sources, viewerId, cursor, limit + 1, now),
    limit,
    ({ place }) => place,
  )
}

function mergedQuery(
  { people, wanted }: Sources,
  viewerId: string | undefined,
  cursor: string | undefined,
  count: number,
  now: Date,
) {
  // Expiry is read from the id: by the column, a plan for unknown values reads all of a person's posts and sorts them.
  const posts = (personId: Statement, most: Statement) => sql`
    select p.id as place, p.id as post_id, row_number() over (order by p.id desc) as number
    from posts p
    where p.author_id = ${personId} and p.reply_to is null and post_expiry(p.id) > ${now}
      ${before(cursor, sql`p.id`)}
    order by p.id desc limit ${most}`
  const reposts = (personId: Statement, most: Statement) => sql`
    select r.id as place, r.post_id, row_number() over (order by r.id desc) as number
    from reposts r
    where r.person_id = ${personId} and post_expiry(r.id) > ${now} ${before(cursor, sql`r.id`)}
    order by r.id desc limit ${most}`

  return sql`
    with people as materialized (${people}),
    heads as materialized (
      (select a.id, false as is_repost, h.place from people a, lateral (${posts(sql`a.id`, sql`1`)}) h)
      union all
      (select a.id, true, h.place from people a, lateral (${reposts(sql`a.id`, sql`1`)}) h)
      order by place desc limit ${count}
    ),
    events as materialized (
      select s.id as person_id, s.is_repost, e.*
      from heads s, lateral (
        select * from (${posts(sql`s.id`, sql`${count}`)}) posts where not s.is_repost
        union all
        select * from (${reposts(sql`s.id`, sql`${count}`)}) reposts where s.is_repost
      ) e
    ),
    edge as (
      select place from (
        select place from events where number = ${count}
        union all
        (select place from heads order by place desc offset ${count - 1})
      ) ends
      order by place desc limit 1
    ),
    shown as (
      select e.place, e.post_id, case when e.is_repost then e.person_id end as reposter_id
      from (
        select * from events e where e.place >= all (select place from edge) order by e.place desc offset 0
      ) e
      where (
        select ${isVisibleTo(viewerId)} and ${wanted} and (not e.is_repost or (
          (p.reply_to is not null or p.author_id not in (select id from people))
          and exists (select from users u where u.id = e.person_id and ${isVisibleTo(viewerId)})
          and not exists (
            select from reposts o join users u on u.id = o.person_id
            where o.post_id = e.post_id and o.person_id in (select id from people) and o.id < e.place
              and ${isVisible}
          )))
        from posts p join users u on u.id = p.author_id
        where p.id = e.post_id and p.expires_at > ${now}
      )
      limit ${count}
    )
    select e.place as edge, f.*
    from (select (select place from edge) as place) e
    left join (
      select s.place, ${columns(viewerId, now)},
        (select ${authorAsJson} from users u where u.id = s.reposter_id) as "repostedBy"
      from shown s join posts p on p.id = s.post_id join users u on u.id = p.author_id
    ) f on true
    order by f.place desc`
}
