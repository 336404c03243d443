import type { UserIdentity } from './draft.ts'
import { expirySeconds } from './expiry.ts'
import { isOver, type Token } from './request-tokens.ts'
import {
  expiryPrefix,
  expiryRow,
  itemRow,
  paddedSeconds,
  recordPrefix,
  recordRow,
  rowsOf,
  tablePrefix,
  tableRow,
  tokenPrefix,
  trimmedRow,
} from './rows.ts'
import type { Store } from './store.ts'
import { readSequence, type StreamRecord } from './stream-record.ts'
import type { Item, Table } from './tables.ts'
import { indexExpiry } from './time-to-live.ts'

const day = 24 * 60 * 60
const rowsAtOnce = 100
/** DynamoDB leaves alone what has been over for longer: such a number is probably a mistake. */
const longestOverSeconds = 5 * 365 * day
const sweeper: UserIdentity = { Type: 'Service', PrincipalId: 'dynamodb.amazonaws.com' }

/** Removes what is over, a little at a time so that other work gets its turn. Returns how many items. */
export async function sweepTtl(store: Store): Promise<number> {
  const tables = await store.read((reader) => reader.values<Table>(rowsOf(tablePrefix)))
  let swept = 0
  for (const table of tables) {
    if (table.ttl && !table.ttl.isIndexed) await indexExpiry(store, table)
    if (table.ttl) swept += await sweepItems(store, table)
    if (table.stream) await trimRecords(store, table)
  }
  await forgetTokens(store)
  return swept
}

async function sweepItems(store: Store, table: Table): Promise<number> {
  const nowSeconds = Math.floor(store.now().getTime() / 1000)
  const prefix = expiryPrefix(table)
  const gte = `${prefix}${paddedSeconds(Math.max(0, nowSeconds - longestOverSeconds))}`
  const range = { gte, lt: `${prefix}${paddedSeconds(nowSeconds)}`, limit: rowsAtOnce }
  let swept = 0
  for (;;) {
    const rows = await store.read((reader) => reader.keys(range))
    if (rows.length === 0) return swept
    swept += await store.commit((draft) => {
      const current = draft.get<Table>(tableRow(table.description.TableName))
      return rows.map((row) => sweepRow(row, current)).filter(Boolean).length

      function sweepRow(row: string, current: Table | undefined): boolean {
        // The item may have been changed since the row was read, or the time to live since the row was made.
        draft.set(row, undefined)
        if (current?.id !== table.id) return false
        const key = row.slice(prefix.length).split('~')[1] ?? ''
        const item = draft.get<Item>(itemRow(current, key))
        const seconds = item && expirySeconds(current, item)
        const isExpired = seconds !== undefined && expiryRow(current, seconds, key) === row
        if (isExpired) draft.setItem(current, key, undefined, sweeper)
        return isExpired
      }
    })
  }
}

/** A stream keeps its records for a day. */
async function trimRecords(store: Store, table: Table): Promise<void> {
  const oldest = store.now().getTime() / 1000 - day
  const range = { ...rowsOf(recordPrefix(table)), limit: rowsAtOnce }
  for (;;) {
    const records = await store.read((reader) => reader.values<StreamRecord>(range))
    const isFresh = ({ dynamodb }: StreamRecord) => dynamodb.ApproximateCreationDateTime >= oldest
    const firstFresh = records.findIndex(isFresh)
    const old = firstFresh === -1 ? records : records.slice(0, firstFresh)
    const sequences = old.map(({ dynamodb }) => readSequence(dynamodb.SequenceNumber) ?? 0)
    if (sequences.length === 0) return
    await store.commit((draft) => {
      const isThere = draft.get<Table>(tableRow(table.description.TableName))?.id === table.id
      if (!isThere) return
      for (const sequence of sequences) draft.set(recordRow(table, sequence), undefined)
      draft.set(trimmedRow(table), sequences.at(-1))
    })
  }
}

async function forgetTokens(store: Store): Promise<void> {
  const rows = await store.read((reader) => reader.keys(rowsOf(tokenPrefix)))
  if (rows.length === 0) return
  await store.commit((draft) => {
    for (const row of rows) {
      const token = draft.get<Token>(row)
      if (token && isOver(token, store.now())) draft.set(row, undefined)
    }
  })
}
