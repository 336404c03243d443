import { randomUUID } from 'node:crypto'
import { checked } from './checked.ts'
import { DynamoDbError, invalid } from './dynamodb-error.ts'
import { removeGoneTables } from './gone-tables.ts'
import { type Input, optionalWord, requiredRecord } from './input.ts'
import { goneTableRow, rowsOf, tablePrefix, tableRow } from './rows.ts'
import type { Store } from './store.ts'
import { type StreamViewType, streamViewTypes, type Table, type TableDescription, tableIn } from './tables.ts'

type Creation = TableDescription & {
  BillingMode?: string
  ProvisionedThroughput?: object
  LocalSecondaryIndexes?: unknown
}

/** Makes a table that is active at once. */
export async function createTable(store: Store, input: Input): Promise<object> {
  const { StreamSpecification: _, ...rest } = input
  const viewType = streamViewTypeIn(input)
  const data = checked<Creation>('CreateTable', rest)
  if (data.LocalSecondaryIndexes) throw invalid('Local secondary indexes are not supported here.')
  const table = newTable(store, data, viewType)
  const row = tableRow(data.TableName)
  return store.commit((draft) => {
    if (draft.get(row)) {
      throw new DynamoDbError('ResourceInUseException', `Table already exists: ${data.TableName}`)
    }
    draft.set(row, table)
    return { TableDescription: described(table) }
  })
}

function streamViewTypeIn(input: Input): StreamViewType | undefined {
  if (input.StreamSpecification === undefined) return undefined
  const specification = requiredRecord(input, 'StreamSpecification')
  const viewType = optionalWord(specification, 'StreamViewType', streamViewTypes)
  const isEnabled = specification.StreamEnabled === true
  if (isEnabled === (viewType !== undefined)) return viewType
  throw invalid(
    'One or more parameter values were invalid: StreamViewType is needed when StreamEnabled is true, and only then.',
  )
}

function newTable({ region, now }: Store, data: Creation, viewType: StreamViewType | undefined): Table {
  const { BillingMode = 'PROVISIONED', ProvisionedThroughput: throughput = noThroughput, ...rest } = data
  const id = randomUUID()
  const createdAt = now()
  const arn = `arn:aws:dynamodb:${region}:000000000000:table/${data.TableName}`
  const label = createdAt.toISOString().slice(0, -1)
  const indexes = data.GlobalSecondaryIndexes?.map((index) => ({
    ...{ ProvisionedThroughput: throughput, ...index },
    IndexArn: `${arn}/index/${index.IndexName}`,
    IndexStatus: 'ACTIVE',
    IndexSizeBytes: 0,
    ItemCount: 0,
  }))
  const description = {
    ...rest,
    TableArn: arn,
    TableId: id,
    TableStatus: 'ACTIVE',
    CreationDateTime: createdAt.getTime() / 1000,
    BillingModeSummary: { BillingMode },
    ProvisionedThroughput: throughput,
    TableSizeBytes: 0,
    ItemCount: 0,
    ...(indexes && { GlobalSecondaryIndexes: indexes }),
  }
  return { id, description, ...(viewType && { stream: { arn: `${arn}/stream/${label}`, label, viewType } }) }
}

const noThroughput = { ReadCapacityUnits: 0, WriteCapacityUnits: 0 }

function described({ description, stream }: Table): object {
  if (!stream) return description
  const { arn, label, viewType } = stream
  return {
    ...description,
    StreamSpecification: { StreamEnabled: true, StreamViewType: viewType },
    LatestStreamArn: arn,
    LatestStreamLabel: label,
  }
}

export async function describeTable(store: Store, input: Input): Promise<object> {
  const { TableName } = checked<{ TableName: string }>('DescribeTable', input)
  return store.read((reader) => ({ Table: described(tableIn(reader, TableName)) }))
}

export async function listTables(store: Store, input: Input): Promise<object> {
  const { ExclusiveStartTableName: after, Limit: limit = 100 } = checked<{
    ExclusiveStartTableName?: string
    Limit?: number
  }>('ListTables', input)
  const { gte, lt } = rowsOf(tablePrefix)
  const from = after === undefined ? { gte } : { gt: tableRow(after) }
  return store.read(async (reader) => {
    const rows = await reader.keys({ ...from, lt, limit: limit + 1 })
    const TableNames = rows.slice(0, limit).map((row) => row.slice(tablePrefix.length))
    const hasMore = rows.length > limit
    return { TableNames, ...(hasMore && { LastEvaluatedTableName: TableNames.at(-1) }) }
  })
}

/** Removes a table, and then its rows. A crash in between is made good at the next start. */
export async function deleteTable(store: Store, input: Input): Promise<object> {
  const { TableName } = checked<{ TableName: string }>('DeleteTable', input)
  const table = await store.commit((draft) => {
    const found = tableIn(draft, TableName)
    draft.set(tableRow(TableName), undefined)
    draft.set(goneTableRow(found.id), true)
    return found
  })
  await removeGoneTables(store)
  return { TableDescription: { ...described(table), TableStatus: 'DELETING' } }
}
