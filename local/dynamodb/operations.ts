import { batchGetItem, batchWriteItem } from './batch-operations.ts'
import type { Input } from './input.ts'
import { deleteItem, getItem, putItem, updateItem } from './item-operations.ts'
import { query, scan } from './range-operations.ts'
import type { Store } from './store.ts'
import { describeStream, getRecords, getShardIterator, listStreams } from './stream-operations.ts'
import { createTable, deleteTable, describeTable, listTables } from './table-operations.ts'
import { describeTimeToLive, updateTimeToLive } from './time-to-live.ts'
import { transactGetItems } from './transact-get-items.ts'
import { transactWriteItems } from './transact-write-items.ts'

type Operation = (store: Store, input: Input) => Promise<object>

/** Every operation, by the target that names it on the wire. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  Object.entries({
    ...targets('DynamoDB_20120810', {
      BatchGetItem: batchGetItem,
      BatchWriteItem: batchWriteItem,
      CreateTable: createTable,
      DeleteItem: deleteItem,
      DeleteTable: deleteTable,
      DescribeTable: describeTable,
      DescribeTimeToLive: describeTimeToLive,
      GetItem: getItem,
      ListTables: listTables,
      PutItem: putItem,
      Query: query,
      Scan: scan,
      TransactGetItems: transactGetItems,
      TransactWriteItems: transactWriteItems,
      UpdateItem: updateItem,
      UpdateTimeToLive: updateTimeToLive,
    }),
    ...targets('DynamoDBStreams_20120810', {
      DescribeStream: describeStream,
      GetRecords: getRecords,
      GetShardIterator: getShardIterator,
      ListStreams: listStreams,
    }),
  }),
)

function targets(api: string, named: Record<string, Operation>): Record<string, Operation> {
  return Object.fromEntries(Object.entries(named).map(([name, operation]) => [`${api}.${name}`, operation]))
}
