import type { NotificationChoices } from '@mayfly/contract/notifications'
import type { Database } from './database.ts'
import { type Statement, sql } from './sql.ts'

const chosen = (column: Statement, readerId: string) =>
  sql`(select ${column} from users u where u.id = ${readerId})`

/**
 * Whether a reader wants to be told of the kind of a notification `n`. Written so that Postgres takes it for true of
 * most, and reads them by index until a page is full.
 */
export const isKindFor = (readerId: string) =>
  sql`not ${chosen(sql`u.notifications_off`, readerId)} @> array[n.kind]`

/** Whether a reader wants to be told of what the person with this id does. */
export const isChosenBy = (readerId: string, id: Statement) => sql`
  (${chosen(sql`u.notifications_from`, readerId)} = 'everybody'
    or exists (select from follows w where w.follower_id = ${readerId} and w.followee_id = ${id} offset 0))`

/** What people want to be told of. */
export const choicesOf = (database: Database) => ({
  findChoices: (readerId: string) =>
    database.first<NotificationChoices>(sql`
      select notifications_off as off, notifications_from as "from" from users where id = ${readerId}`),

  /** @returns whether there is such a person */
  choose: async (readerId: string, { off, from }: NotificationChoices) =>
    (await database.change(sql`
      update users set notifications_off = ${off}, notifications_from = ${from} where id = ${readerId}`)) > 0,
})
