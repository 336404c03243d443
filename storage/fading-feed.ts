import type { Page } from '@mayfly/contract/pages'
import type { Post } from '@mayfly/contract/posts'
import type { Database } from './database.ts'
import { edgedPageOf, type PageRequest } from './pages.ts'
import { columns } from './post-columns.ts'
import { type Statement, sql } from './sql.ts'
import { isVisibleTo, isWantedBy } from './visibility.ts'

/**
 * What some people wrote, and what goes next comes first. As `listMerged`, it reads on only those people whose next
 * to go is among the next of all.
 * @param people a query for the ids of those people
 */
export function listFading(
  database: Database,
  people: Statement,
  viewerId: string,
  page: PageRequest,
  now: Date,
): Promise<Page<Post>> {
  const count = page.limit + 1
  const query = sql`
    with people as materialized (${people}),
    heads as materialized (
      select a.id as author_id, h.expires_at, h.id
      from people a, lateral (${fadingOf(sql`a.id`, sql`1`, page, now)}) h
      order by h.expires_at, h.id limit ${count}
    ),
    candidates as materialized (
      select p.* from heads a, lateral (${fadingOf(sql`a.author_id`, sql`${count}`, page, now)}) p
    ),
    edge as (
      select expires_at, id from (
        select expires_at, id from candidates where number = ${count}
        union all
        (select expires_at, id from heads order by expires_at, id offset ${count - 1})
      ) ends
      order by expires_at, id limit 1
    ),
    shown as (
      select c.id from (
        select * from candidates c
        where not exists (select from edge e where (e.expires_at, e.id) < (c.expires_at, c.id))
        order by c.expires_at, c.id offset 0
      ) c
      where (
        select ${isVisibleTo(viewerId)} and ${isWantedBy(viewerId)}
        from posts p join users u on u.id = p.author_id where p.id = c.id
      )
      limit ${count}
    )
    select e.id as edge, f.*
    from (select (select id from edge) as id) e
    left join (
      select ${columns(viewerId, now)}
      from shown s join posts p on p.id = s.id join users u on u.id = p.author_id
    ) f on true
    order by f."expiresAt", f.id`
  return edgedPageOf<Post>(database, query, page.limit, ({ id }) => id)
}

/** An author's posts, what goes next first. A cursor is a post's id, and tells its expiry. */
const fadingOf = (authorId: Statement, most: Statement, { cursor }: PageRequest, now: Date) => sql`
  select p.id, p.expires_at, row_number() over (order by p.expires_at, p.id) as number
  from posts p
  where p.author_id = ${authorId} and p.reply_to is null and p.expires_at > ${now}
    ${cursor === undefined ? sql`` : sql`and (p.expires_at, p.id) > (post_expiry(${cursor}), ${cursor}::uuid)`}
  order by p.expires_at, p.id
  limit ${most}`
