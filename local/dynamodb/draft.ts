import { isDeepStrictEqual } from 'node:util'
import { itemRow } from './rows.ts'
import type { Item, Table } from './tables.ts'
import type { View } from './view.ts'

/** Who changed an item, when it was not its writer. */
export type UserIdentity = { Type: 'Service'; PrincipalId: 'dynamodb.amazonaws.com' }

export type ItemChange = {
  table: Table
  key: string
  before: Item | undefined
  after: Item | undefined
  by?: UserIdentity
}

export type Draft = View & {
  /** Puts a row, or removes it when the value is undefined. */
  set: (row: string, value: unknown) => void
  /** Puts an item or removes it; what follows for indexes, expiry and stream is made at the commit. */
  setItem: (table: Table, key: string, item: Item | undefined, by?: UserIdentity) => void
  /** A draft over this one, whose changes count when `merge` is called. */
  rows: ReadonlyMap<string, unknown>
  itemChanges: () => ItemChange[]
}

/** Changes that are not committed yet, over what was there before them. Nobody else sees them. */
export function openDraft(below: View): Draft {
  const rows = new Map<string, unknown>()
  const items = new Map<string, Omit<ItemChange, 'before'>>()

  function get<Value>(row: string): Value | undefined {
    if (items.has(row)) return items.get(row)?.after as Value | undefined
    return rows.has(row) ? (rows.get(row) as Value | undefined) : below.get<Value>(row)
  }

  return {
    get,
    set: (row, value) => void rows.set(row, value),
    setItem: (table, key, item, by) => {
      // A copy, because the engine works on its objects further; JSON's, because that is what is kept.
      const after = item && JSON.parse(JSON.stringify(item))
      items.set(itemRow(table, key), { table, key, after, ...(by && { by }) })
    },
    rows,
    itemChanges: () =>
      [...items]
        .map(([row, change]) => ({ ...change, before: below.get<Item>(row) }))
        .filter(({ before, after }) => !isDeepStrictEqual(before, after)),
  }
}
