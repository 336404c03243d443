import type { Author } from '@mayfly/contract/people'
import type { Database } from './database.ts'
import { ownerOf } from './handles.ts'
import { after, type PageRequest, pageOf } from './pages.ts'
import { authorOf } from './people.ts'
import { sql } from './sql.ts'
import { isVisible } from './visibility.ts'

/** Who wants nothing to do with whom. */
export const blockStore = (database: Database) => ({
  /**
   * Blocks whoever has this handle, and is not being deleted meanwhile. Their following each other ends by itself.
   * @returns whether there is such a person
   */
  insert: async (blockerId: string, handle: string, now: Date) =>
    (await database.change(sql`
      with other as (
        select id from users where id = ${ownerOf(handle, now)} and id <> ${blockerId}
          and exists (select from users u where u.id = ${blockerId} and ${isVisible})
        for key share
      ), blocked as (
        insert into blocks (blocker_id, blocked_id, created_at)
        select ${blockerId}::uuid, id, ${now}::timestamptz from other
        on conflict do nothing
      )
      select from other`)) > 0,

  remove: (blockerId: string, handle: string, now: Date) =>
    database.change(
      sql`delete from blocks where blocker_id = ${blockerId} and blocked_id = ${ownerOf(handle, now)}`,
    ),

  /** Whom a person blocks, by id: the order does not matter to anybody. */
  list: (blockerId: string, page: PageRequest) =>
    pageOf<Author>(
      database,
      page,
      (count) => sql`
        select ${authorOf}
        from blocks b join users u on u.id = b.blocked_id
        where b.blocker_id = ${blockerId} and ${isVisible} ${after(page.cursor, sql`b.blocked_id`)}
        order by b.blocked_id
        limit ${count}`,
      ({ id }) => id,
    ),
})
