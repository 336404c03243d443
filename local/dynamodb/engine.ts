import batchGetItem from 'dynalite/actions/batchGetItem.js'
import batchWriteItem from 'dynalite/actions/batchWriteItem.js'
import deleteItem from 'dynalite/actions/deleteItem.js'
import getItem from 'dynalite/actions/getItem.js'
import putItem from 'dynalite/actions/putItem.js'
import query from 'dynalite/actions/query.js'
import scan from 'dynalite/actions/scan.js'
import updateItem from 'dynalite/actions/updateItem.js'
import { DynamoDbError, isErrorName } from './dynamodb-error.ts'
import type { EngineStore } from './engine-store.ts'
import type { Item, KeySchema, TableDescription } from './tables.ts'

export type EngineCallback = (error: unknown, result?: Record<string, unknown>) => void
export type EngineAction = (store: EngineStore, data: object, callback: EngineCallback) => void
export type EngineRules = { types: Record<string, unknown>; custom?: unknown }
export type EngineKeys = {
  /** The engine's text for an item's key; it sorts as the keys do. */
  createKey: (item: Item, table: TableDescription) => string
  createIndexKey: (item: Item, table: TableDescription, keys: KeySchema) => string
  validateKey: (key: Item, table: TableDescription) => unknown
  itemSize: (item: Item) => number
}

const actions = {
  BatchGetItem: batchGetItem,
  BatchWriteItem: batchWriteItem,
  DeleteItem: deleteItem,
  GetItem: getItem,
  PutItem: putItem,
  Query: query,
  Scan: scan,
  UpdateItem: updateItem,
}

export type EngineActionName = keyof typeof actions

/** Lets the engine act on a store that answers at once. Throws the engine's refusals as DynamoDbErrors. */
export function act<Result = Record<string, unknown>>(
  name: Exclude<EngineActionName, 'Query' | 'Scan'>,
  store: EngineStore,
  data: object,
): Result {
  let outcome: { error: unknown; result: unknown } | undefined
  actions[name](store, data, (error, result) => {
    outcome = { error, result }
  })
  if (!outcome) throw new Error(`The engine did not answer ${name} at once.`)
  if (outcome.error) throw refusalOf(outcome.error)
  return outcome.result as Result
}

/** Lets the engine read a range of rows. `failed` is how the store tells that it can't go on. */
export function actOnRange(
  name: 'Query' | 'Scan',
  data: object,
  storeWith: (failed: (error: unknown) => void) => EngineStore,
): Promise<object> {
  const { promise, resolve, reject } = Promise.withResolvers<object>()
  actions[name](storeWith(reject), data, (error, result = {}) => {
    if (error) reject(refusalOf(error))
    else resolve(result)
  })
  return promise
}

/** The engine's refusals as our own; what is none stays as it is. */
export function refusalOf(error: unknown): unknown {
  const { body } = error as { body?: Record<string, string> }
  const name = body?.__type?.split('#').at(-1) ?? ''
  if (!body || !isErrorName(name)) return error
  return new DynamoDbError(name, body.message ?? body.Message ?? '')
}
