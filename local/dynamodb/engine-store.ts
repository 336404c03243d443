import { Stream } from 'node:stream'
import keys from 'dynalite/db/index.js'
import { indexPrefix, itemPrefix, itemRow } from './rows.ts'
import { type Item, type Table, tableIn } from './tables.ts'
import type { View } from './view.ts'

/** DynamoDB's limit of an item, in bytes. */
const maxItemSize = 400 * 1024

type Callback<Value> = (error: unknown, value?: Value) => void
type Range = { gt?: string; gte?: string; lt?: string; lte?: string; limit?: number; reverse?: boolean }

type EngineRows = {
  lock: (key: string, work: (release: <Given>(callback: Given) => Given) => void) => void
  get: (key: string, callback: Callback<Item>) => void
  put: (key: string, item: Item, callback: Callback<void>) => void
  del: (key: string, callback: Callback<void>) => void
  createValueStream: (range: Range) => Stream
}

/** The store as the engine knows it. It answers at once, so that whatever the engine throws comes back to its caller. */
export type EngineStore = {
  options: { maxItemSize: number }
  getTable: (name: string, check: boolean | Callback<object>, callback?: Callback<object>) => void
  getItemDb: (name: string) => EngineRows
  getIndexDb: (kind: string, table: string, index: string) => EngineRows
}

export type SetItem = (table: Table, key: string, item: Item | undefined) => void
export type ReadRange = (range: Range) => AsyncIterable<Item>

type Ways = {
  /** What becomes of changes; missing where the engine is only to check them. */
  setItem?: SetItem
  readRange?: ReadRange
  failed?: (error: unknown) => void
  /** The key of the item after which a range begins. */
  startKey?: Item
}

/** Only its limits, for checks that need no rows. */
export const limits = { options: { maxItemSize } }

export function engineStore(view: View, ways: Ways = {}): EngineStore {
  const { setItem = () => {}, readRange, failed = () => {}, startKey } = ways

  const rows = (prefix: string, table: Table, isIndex: boolean): EngineRows => ({
    lock: (_key, work) => work((callback) => callback),
    get: (key, callback) => callback(null, view.get<Item>(itemRow(table, key))),
    // The rows of an index follow from the item's own at the commit.
    put: (key, item, callback) => {
      if (!isIndex) setItem(table, key, item)
      callback(null)
    },
    del: (key, callback) => {
      if (!isIndex) setItem(table, key, undefined)
      callback(null)
    },
    createValueStream: (range) => {
      if (!readRange) throw new Error('This store reads no ranges.')
      const place = isIndex && startKey ? pastStartKey(range, startKey, table) : range
      return streamOf(readRange(withPrefix(prefix, place)), failed)
    },
  })

  return {
    ...limits,
    getTable: (name, check, callback) => {
      const { description } = tableIn(view, name)
      const done = typeof check === 'function' ? check : callback
      done?.(null, description)
    },
    getItemDb: (name) => {
      const table = tableIn(view, name)
      return rows(itemPrefix(table), table, false)
    },
    getIndexDb: (_kind, name, index) => {
      const table = tableIn(view, name)
      return rows(indexPrefix(table, index), table, true)
    },
  }
}

/** An item's place in an index. The engine's own text for it can be the same for two items, ours can't. */
export function indexKey(
  item: Item,
  { description }: Table,
  schema: Parameters<typeof keys.createIndexKey>[2],
) {
  return `${keys.createIndexKey(item, description, schema)}/${keys.createKey(item, description)}`
}

/** The engine names the start by its own text, which comes before the row of the item itself. */
function pastStartKey(range: Range, startKey: Item, { description }: Table): Range {
  const own = `/${keys.createKey(startKey, description)}`
  if (range.reverse && range.lt !== undefined) return { ...range, lt: `${range.lt}${own}` }
  if (range.gt !== undefined) return { ...range, gt: `${range.gt}${own}` }
  return range
}

function withPrefix(prefix: string, { gt, gte, lt, lte, limit = -1, reverse = false }: Range): Range {
  const from = gt !== undefined ? { gt: `${prefix}${gt}` } : { gte: `${prefix}${gte ?? ''}` }
  const to = lte !== undefined ? { lte: `${prefix}${lte}` } : { lt: `${prefix}${lt ?? '\x7f'}` }
  return { ...from, ...to, limit, reverse }
}

/**
 * A stream of the oldest kind, as the engine reads it: it takes what comes and destroys what it has enough of.
 * The engine works inside the events, so what it throws there is caught here.
 */
function streamOf(items: AsyncIterable<Item>, failed: (error: unknown) => void): Stream {
  let isOver = false
  const stream = Object.assign(new Stream(), {
    destroy: () => {
      isOver = true
    },
  })

  async function emitAll(): Promise<void> {
    for await (const item of items) {
      stream.emit('data', item)
      if (isOver) return
    }
    stream.emit('end')
  }

  setImmediate(() => void emitAll().catch(failed))
  return stream
}
