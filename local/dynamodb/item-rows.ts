import type { ItemChange } from './draft.ts'
import { indexKey } from './engine-store.ts'
import { expirySeconds } from './expiry.ts'
import { expiryRow, indexPrefix, itemRow } from './rows.ts'
import type { Index, Item, Table } from './tables.ts'

/** All rows that a change of an item puts, or removes where the value is undefined, but for its stream record. */
export function itemRows({ table, key, before, after }: ItemChange): Map<string, unknown> {
  const stale = before ? rowsBeside(table, key, before).keys() : []
  const rows = new Map<string, unknown>()
  for (const row of stale) rows.set(row, undefined)
  if (after) for (const [row, value] of rowsBeside(table, key, after)) rows.set(row, value)
  rows.set(itemRow(table, key), after)
  return rows
}

/** The rows that lie beside an item: one in each index that it belongs to, and one for its expiry. */
function rowsBeside(table: Table, key: string, item: Item): Map<string, unknown> {
  const rows = new Map<string, unknown>()
  for (const index of table.description.GlobalSecondaryIndexes ?? []) {
    const isIndexed = index.KeySchema.every(({ AttributeName }) => item[AttributeName] !== undefined)
    if (!isIndexed) continue
    const row = `${indexPrefix(table, index.IndexName)}${indexKey(item, table, index.KeySchema)}`
    rows.set(row, projected(item, index, table))
  }
  const seconds = expirySeconds(table, item)
  if (seconds !== undefined) rows.set(expiryRow(table, seconds, key), key)
  return rows
}

function projected(item: Item, { KeySchema, Projection }: Index, { description }: Table): Item {
  if (Projection.ProjectionType === 'ALL') return item
  const keyNames = [...KeySchema, ...description.KeySchema].map(({ AttributeName }) => AttributeName)
  const names = new Set([...keyNames, ...(Projection.NonKeyAttributes ?? [])])
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)))
}
