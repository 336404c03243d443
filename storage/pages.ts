import type { Page } from '@mayfly/contract/pages'
import type { Database } from './database.ts'
import { type Statement, sql } from './sql.ts'

/** Where a page begins and how long it is. */
export interface PageRequest {
  cursor?: string | undefined
  limit: number
}

/**
 * Runs a list query for one item more than asked, to know whether there is a next page.
 * @param cursorOf where the next page goes on after this item
 */
export async function pageOf<Item>(
  database: Database,
  { limit }: PageRequest,
  query: (count: number) => Statement,
  cursorOf: (item: Item) => string,
): Promise<Page<Item>> {
  const items = await database.rows<Item>(query(limit + 1))
  const last = items[limit - 1]
  if (items.length <= limit || last === undefined) return { items, next: null }
  return { items: items.slice(0, limit), next: cursorOf(last) }
}

/**
 * The same for a query that looks no further than an `edge`, given in each row: a page may then be short, and the next
 * one goes on below the edge. A page without items has one row, with a null id.
 */
export async function edgedPageOf<Item extends { id: string }>(
  database: Database,
  query: Statement,
  limit: number,
  cursorOf: (item: Item) => string,
): Promise<Page<Item>> {
  const rows = await database.rows<Item & { id: string | null; edge: string | null }>(query)
  const items: Item[] = rows.filter(({ id }) => id !== null)
  const last = items[limit - 1]
  if (items.length <= limit || last === undefined) return { items, next: rows[0]?.edge ?? null }
  return { items: items.slice(0, limit), next: cursorOf(last) }
}

/** Only what sorts before the cursor, by this column. */
export const before = (cursor: string | undefined, column: Statement) =>
  cursor === undefined ? sql`` : sql`and ${column} < ${cursor}`

/** Only what sorts after the cursor, by this column. */
export const after = (cursor: string | undefined, column: Statement) =>
  cursor === undefined ? sql`` : sql`and ${column} > ${cursor}`

/** Where a list goes on that a number orders first; `rankedPageInput` of the contract checks what comes back. */
export const rankedCursor = (rank: string, id: string) => `${rank}-${id}`

/** Only what sorts before such a cursor, by these columns. */
export function beforeRanked(cursor: string | undefined, rank: Statement, id: Statement) {
  if (cursor === undefined) return sql``
  const end = cursor.indexOf('-')
  return sql`and (${rank}, ${id}) < (${cursor.slice(0, end)}::bigint, ${cursor.slice(end + 1)}::uuid)`
}
