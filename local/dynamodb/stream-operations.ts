import { DynamoDbError, invalid } from './dynamodb-error.ts'
import { assertOnly, type Input, limitIn, optionalText, optionalWord, requiredText } from './input.ts'
import { recordPrefix, recordRow, rowsOf, tablePrefix, tableRow, trimmedRow } from './rows.ts'
import { type Place, readIterator, writeIterator } from './shard-iterator.ts'
import type { Store } from './store.ts'
import { readSequence, type StreamRecord, sequenceText } from './stream-record.ts'
import type { Stream, Table } from './tables.ts'
import type { View } from './view.ts'

/** Each stream is one shard that never ends. */
const shardId = 'shardId-00000000000000000001-00000001'
const mostRecords = 1_000
const mostBytes = 1024 ** 2

type StreamTable = Table & { stream: Stream }

export async function listStreams(store: Store, input: Input): Promise<object> {
  assertOnly(input, ['TableName', 'Limit', 'ExclusiveStartStreamArn'], 'ListStreams')
  const name = optionalText(input, 'TableName')
  const after = optionalText(input, 'ExclusiveStartStreamArn') ?? ''
  const limit = limitIn(input, 'Limit', 100)
  const tables = await store.read((reader) => reader.values<Table>(rowsOf(tablePrefix)))
  const streams = tables
    .filter(hasStream)
    .filter(
      ({ description, stream }) =>
        (name ?? description.TableName) === description.TableName && stream.arn > after,
    )
  const Streams = streams.slice(0, limit).map(({ description, stream }) => ({
    StreamArn: stream.arn,
    TableName: description.TableName,
    StreamLabel: stream.label,
  }))
  return { Streams, ...(streams.length > limit && { LastEvaluatedStreamArn: Streams.at(-1)?.StreamArn }) }
}

export async function describeStream(store: Store, input: Input): Promise<object> {
  assertOnly(input, ['StreamArn', 'Limit', 'ExclusiveStartShardId'], 'DescribeStream')
  const arn = requiredText(input, 'StreamArn')
  const isPastOurs = optionalText(input, 'ExclusiveStartShardId') === shardId
  const { description, stream } = await store.read((reader) => tableOf(reader, arn))
  const shard = { ShardId: shardId, SequenceNumberRange: { StartingSequenceNumber: sequenceText(1) } }
  return {
    StreamDescription: {
      StreamArn: arn,
      StreamLabel: stream.label,
      StreamStatus: 'ENABLED',
      StreamViewType: stream.viewType,
      TableName: description.TableName,
      KeySchema: description.KeySchema,
      Shards: isPastOurs ? [] : [shard],
    },
  }
}

const iteratorTypes = ['TRIM_HORIZON', 'LATEST', 'AT_SEQUENCE_NUMBER', 'AFTER_SEQUENCE_NUMBER'] as const

export async function getShardIterator(store: Store, input: Input): Promise<object> {
  assertOnly(input, ['StreamArn', 'ShardId', 'ShardIteratorType', 'SequenceNumber'], 'GetShardIterator')
  const arn = requiredText(input, 'StreamArn')
  if (requiredText(input, 'ShardId') !== shardId) throw noSuchStream()
  requiredText(input, 'ShardIteratorType')
  const type = optionalWord(input, 'ShardIteratorType', iteratorTypes)
  const next = await store.read((reader) => {
    const trimmed = trimmedIn(reader, tableOf(reader, arn))
    if (type === 'TRIM_HORIZON') return trimmed + 1
    if (type === 'LATEST') return store.commits.lastSequence() + 1
    const sequence = sequenceIn(store, input)
    if (sequence <= trimmed) throw pastTrim()
    return type === 'AT_SEQUENCE_NUMBER' ? sequence : sequence + 1
  })
  return { ShardIterator: writeIterator({ arn, next }) }
}

function sequenceIn(store: Store, input: Input): number {
  const sequence = readSequence(requiredText(input, 'SequenceNumber'))
  if (sequence !== undefined && sequence <= store.commits.lastSequence()) return sequence
  throw invalid('Invalid SequenceNumber')
}

export async function getRecords(store: Store, input: Input): Promise<object> {
  assertOnly(input, ['ShardIterator', 'Limit'], 'GetRecords')
  const place = readIterator(requiredText(input, 'ShardIterator'))
  const limit = limitIn(input, 'Limit', mostRecords)
  return store.read(async (reader) => {
    const table = tableOf(reader, place.arn)
    if (place.next <= trimmedIn(reader, table)) throw pastTrim()
    const { lt } = rowsOf(recordPrefix(table))
    const found = reader.each<StreamRecord>({ gte: recordRow(table, place.next), lt, limit })
    const Records = await firstMegabyte(found)
    return { Records, NextShardIterator: writeIterator(after(place, Records.at(-1))) }
  })
}

async function firstMegabyte(found: AsyncIterable<StreamRecord>): Promise<StreamRecord[]> {
  const records: StreamRecord[] = []
  let bytes = 0
  for await (const record of found) {
    bytes += Buffer.byteLength(JSON.stringify(record))
    if (bytes > mostBytes && records.length > 0) break
    records.push(record)
  }
  return records
}

function after(place: Place, last: StreamRecord | undefined): Place {
  const sequence = last && readSequence(last.dynamodb.SequenceNumber)
  return sequence === undefined ? place : { ...place, next: sequence + 1 }
}

function tableOf(view: View, arn: string): StreamTable {
  const name = /:table\/([^/]+)\/stream\/[^/]+$/.exec(arn)?.[1] ?? ''
  const table = view.get<Table>(tableRow(name))
  if (table && hasStream(table) && table.stream.arn === arn) return table
  throw noSuchStream()
}

function hasStream(table: Table): table is StreamTable {
  return table.stream !== undefined
}

function trimmedIn(view: View, table: Table): number {
  return view.get<number>(trimmedRow(table)) ?? 0
}

function noSuchStream(): DynamoDbError {
  return new DynamoDbError(
    'ResourceNotFoundException',
    'Requested resource not found: Stream or shard not found',
  )
}

function pastTrim(): DynamoDbError {
  return new DynamoDbError(
    'TrimmedDataAccessException',
    'The records from there on are older than 24 hours and gone. Begin anew at TRIM_HORIZON.',
  )
}
