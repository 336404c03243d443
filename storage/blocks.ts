import type { Page } from '@mayfly/contract/pages'
import type { Author } from '@mayfly/contract/people'
import type { Database } from './database.ts'
import { authorOf } from './people.ts'
import { sql } from './sql.ts'
import { isVisible } from './visibility.ts'

/** Who wants nothing to do with whom. */
export const blockStore = (database: Database) => ({
  /** Blocks whoever has this handle, and ends their following each other. @returns whether there is such a person */
  insert: async (blockerId: string, handle: string, now: Date) =>
    (await database.change(sql`
      with other as (
        select id from users where handle = ${handle}::citext and id <> ${blockerId}
          and exists (select from users u where u.id = ${blockerId} and ${isVisible})
      ), blocked as (
        insert into blocks (blocker_id, blocked_id, created_at)
        select ${blockerId}::uuid, id, ${now}::timestamptz from other
        on conflict do nothing
      ), unfollowed as (
        delete from follows f using other o
        where (f.follower_id, f.followee_id) in ((${blockerId}, o.id), (o.id, ${blockerId}))
      )
      select from other`)) > 0,

  remove: (blockerId: string, handle: string) =>
    database.change(sql`
      delete from blocks b using users u
      where b.blocker_id = ${blockerId} and b.blocked_id = u.id and u.handle = ${handle}::citext`),

  /** Whom a person blocks, by id: the order does not matter to anybody. */
  list: async (
    blockerId: string,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<Page<Author>> => {
    const items = await database.rows<Author>(sql`
      select ${authorOf}
      from blocks b join users u on u.id = b.blocked_id
      where b.blocker_id = ${blockerId} and ${isVisible} and (${cursor ?? null}::uuid is null or b.blocked_id > ${cursor ?? null}::uuid)
      order by b.blocked_id
      limit ${limit + 1}`)
    const hasMore = items.length > limit
    if (hasMore) items.length = limit
    return { items, next: hasMore ? (items.at(-1)?.id ?? null) : null }
  },
})
