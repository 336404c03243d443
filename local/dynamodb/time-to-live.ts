import { checked } from './checked.ts'
import { invalid } from './dynamodb-error.ts'
import { expirySeconds } from './expiry.ts'
import { removeRows } from './gone-tables.ts'
import { assertOnly, type Input, requiredRecord, requiredText } from './input.ts'
import { expiryPrefix, expiryRow, itemPrefix, rowsOf, tableRow } from './rows.ts'
import type { Store } from './store.ts'
import { type Item, type Table, tableIn } from './tables.ts'

const itemsAtOnce = 500

export async function describeTimeToLive(store: Store, input: Input): Promise<object> {
  const { TableName } = checked<{ TableName: string }>('DescribeTimeToLive', input)
  const { ttl } = await store.read((reader) => tableIn(reader, TableName))
  const description = ttl
    ? { TimeToLiveStatus: 'ENABLED', AttributeName: ttl.attribute }
    : { TimeToLiveStatus: 'DISABLED' }
  return { TimeToLiveDescription: description }
}

/** Answers when every item that is there already has its place in the order of expiry, or has lost it. */
export async function updateTimeToLive(store: Store, input: Input): Promise<object> {
  assertOnly(input, ['TableName', 'TimeToLiveSpecification'], 'UpdateTimeToLive')
  const name = requiredText(input, 'TableName')
  const specification = requiredRecord(input, 'TimeToLiveSpecification')
  const attribute = requiredText(specification, 'AttributeName')
  const row = tableRow(name)
  const isWanted = specification.Enabled === true
  const table = await store.commit((draft) => {
    const { ttl, ...found } = tableIn(draft, name)
    if (isWanted && ttl) throw invalid('TimeToLive is already enabled')
    if (!isWanted && ttl?.attribute !== attribute) throw invalid('TimeToLive is already disabled')
    const changed: Table = isWanted ? { ...found, ttl: { attribute, isIndexed: false } } : found
    draft.set(row, changed)
    return changed
  })
  if (isWanted) await indexExpiry(store, table)
  else await removeRows(store, expiryPrefix(table), (draft) => draft.get<Table>(row)?.ttl === undefined)
  return { TimeToLiveSpecification: { AttributeName: attribute, Enabled: isWanted } }
}

/** Gives items that were there before the time to live their expiry rows. Safe to run twice. */
export async function indexExpiry(store: Store, { id, description: { TableName } }: Table): Promise<void> {
  const prefix = itemPrefix({ id })
  let { gte: from, lt } = rowsOf(prefix)
  for (;;) {
    const rows = await store.read((reader) => reader.keys({ gt: from, lt, limit: itemsAtOnce }))
    const last = rows.at(-1)
    await store.commit((draft) => {
      const table = draft.get<Table>(tableRow(TableName))
      if (table?.id !== id || !table.ttl) return
      for (const row of rows) {
        const item = draft.get<Item>(row)
        const seconds = item && expirySeconds(table, item)
        const key = row.slice(prefix.length)
        if (seconds !== undefined) draft.set(expiryRow(table, seconds, key), key)
      }
      const isDone = last === undefined
      if (isDone) draft.set(tableRow(TableName), { ...table, ttl: { ...table.ttl, isIndexed: true } })
    })
    if (last === undefined) return
    from = last
  }
}
