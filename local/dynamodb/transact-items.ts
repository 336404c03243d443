import keys from 'dynalite/db/index.js'
import { DynamoDbError, invalid } from './dynamodb-error.ts'
import { refusalOf } from './engine.ts'
import { type Input, isRecord } from './input.ts'
import type { ItemWrite } from './item-operations.ts'
import { itemRow } from './rows.ts'
import { type Item, type Table, tableIn } from './tables.ts'
import type { View } from './view.ts'

const mostItems = 100

/** The 1 to 100 parts of a transaction. */
export function transactItemsIn({ TransactItems: items }: Input): Input[] {
  if (items !== undefined && !Array.isArray(items)) {
    throw new DynamoDbError('SerializationException', 'The value of TransactItems is not a list.')
  }
  const isWithinLimits = items !== undefined && items.length >= 1 && items.length <= mostItems
  if (isWithinLimits && items.every(isRecord)) return items
  throw invalid(
    `1 validation error detected: Value at 'transactItems' failed to satisfy constraint: Member must have length between 1 and ${mostItems}`,
  )
}

/** Throws ValidationException when two parts of a transaction are about one item. */
export function assertDifferentItems(view: View, parts: ItemWrite[]): void {
  const rows = parts.map(({ TableName, Key, Item: item }) => {
    const table = tableIn(view, TableName)
    return itemRow(table, keyOf(table, Key ?? item ?? {}))
  })
  if (new Set(rows).size === rows.length) return
  throw invalid('Transaction request cannot include multiple operations on one item')
}

/** The engine's text for the key of an item. Throws ValidationException when it is no key of the table. */
function keyOf({ description }: Table, item: Item): string {
  const names = description.KeySchema.map(({ AttributeName }) => AttributeName)
  const key = Object.fromEntries(
    names.map((name) => [name, item[name]]).filter(([, value]) => value !== undefined),
  )
  const refusal = keys.validateKey(key, description)
  if (refusal) throw refusalOf(refusal)
  return keys.createKey(key, description)
}
