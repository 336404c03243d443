import { limits } from '@mayfly/contract/limits'
import type { Post, ReplyStub, Thread, ThreadPost } from '@mayfly/contract/posts'
import type { Database } from './database.ts'
import { columns } from './post-columns.ts'
import { sql } from './sql.ts'
import { isVisibleTo } from './visibility.ts'

const most = limits.thread

/** A post between what it answers and what answers it. */
export const threadStore = (database: Database) => ({
  /** Undefined when the post is gone, or not for this reader. */
  find: async (id: string, viewerId: string | undefined, now: Date): Promise<Thread | undefined> => {
    const [ancestors, posts] = await Promise.all([
      listAncestors(database, id, viewerId, now),
      listTree(database, id, viewerId, now),
    ])
    const [first, ...replies] = posts
    if (first === undefined) return undefined
    const { stubs, ...post } = first
    return { ancestors, post, replies, stubs }
  },
})

/** From the top down. The chain goes on through posts that the viewer may not see, and through deleted replies. */
async function listAncestors(database: Database, id: string, viewerId: string | undefined, now: Date) {
  const rows = await database.rows<Partial<Post> & { ancestorId: string }>(sql`
    with recursive chain as (
      select p.reply_to as id, 1 as distance
      from posts p where p.id = ${id} and p.expires_at > ${now}
      union all
      select above.reply_to, c.distance + 1
      from chain c, lateral (
        select p.reply_to from posts p where p.id = c.id and p.expires_at > ${now}
        union all
        select r.reply_to from reply_stubs r where r.id = c.id and r.expires_at > ${now}
      ) above
      where c.distance < ${most.ancestors}
    )
    select c.id as "ancestorId", f.*
    from chain c
    left join lateral (
      select ${columns(viewerId, now)}
      from posts p join users u on u.id = p.author_id
      where p.id = c.id and p.expires_at > ${now} and ${isVisibleTo(viewerId)}
    ) f on true
    where c.id is not null
    order by c.distance desc`)
  return rows.map(({ ancestorId, ...post }) => ({ id: ancestorId, post: post.id ? (post as Post) : null }))
}

/**
 * The post, then its replies level by level. One more of each than is shown is looked at, to know whether there are more;
 * what answers the deepest is only asked for. The stubs of deleted replies that are answered come with the post; they
 * take no reply's place.
 */
const listTree = (database: Database, id: string, viewerId: string | undefined, now: Date) =>
  database.rows<ThreadPost & { stubs: ReplyStub[] }>(sql`
    with recursive tree as (
      select p.id, p.reply_to, 0 as depth, 1::bigint as number, 1 as room, false as is_stub
      from posts p join users u on u.id = p.author_id
      where p.id = ${id} and p.expires_at > ${now} and ${isVisibleTo(viewerId)}
      union all
      select c.id, t.id, t.depth + 1, c.number, t.next_room, c.is_stub
      from (
        select *, case depth when 0 then ${most.direct}::int when ${most.depth}::int then 0 else ${most.below}::int end as next_room
        from tree where depth <= ${most.depth} and number <= room
      ) t,
      lateral (
        (
          select p.id, row_number() over (order by p.id) as number, false as is_stub
          from posts p join users u on u.id = p.author_id
          where p.reply_to = t.id and p.expires_at > ${now} and ${isVisibleTo(viewerId)}
          order by p.id
          limit t.next_room + 1
        )
        union all
        (
          select r.id, 0, true
          from reply_stubs r
          where r.reply_to = t.id and r.expires_at > ${now} and exists (
            select from posts p join users u on u.id = p.author_id
            where p.reply_to = r.id and p.expires_at > ${now} and ${isVisibleTo(viewerId)}
          )
          order by r.id
          limit t.next_room
        )
      ) c
    ),
    shown as materialized (
      select id, depth from tree where number <= room and not is_stub order by depth, id limit ${most.replies + 1}
    ),
    cut as materialized (
      select distinct reply_to from tree where depth > 0 and not is_stub and id not in (select id from shown)
    ),
    stubs as (
      select t.id, t.reply_to as "replyTo", t.id in (select reply_to from cut) as "hasMore"
      from tree t where t.is_stub and t.reply_to in (select id from shown)
    )
    select ${columns(viewerId, now)}, p.id in (select reply_to from cut) as "hasMore",
      case when s.depth = 0 then (select coalesce(json_agg(to_json(stubs) order by stubs.id), '[]') from stubs) end as stubs
    from shown s join posts p on p.id = s.id join users u on u.id = p.author_id
    where p.expires_at > ${now} and ${isVisibleTo(viewerId)}
    order by s.depth, p.id`)
