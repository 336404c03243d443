import type { Item, Table } from './tables.ts'

/** What lies further ahead is no time: 12 digits of seconds reach beyond the year 30000. */
const mostSeconds = 1e12 - 1

/** When an item of a table with a time to live expires, in seconds since 1970; undefined when it doesn't. */
export function expirySeconds(table: Table, item: Item): number | undefined {
  if (!table.ttl) return undefined
  const { N: text } = item[table.ttl.attribute] ?? {}
  if (typeof text !== 'string') return undefined
  const seconds = Math.floor(Number(text))
  return seconds > 0 && seconds <= mostSeconds ? seconds : undefined
}
