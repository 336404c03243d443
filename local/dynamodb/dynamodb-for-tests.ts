import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CreateTableCommandInput, DynamoDB, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreams, type ShardIteratorType } from '@aws-sdk/client-dynamodb-streams'
import { startDynamoDb } from './dynamodb.ts'
import type { DynamoDbOptions } from './store.ts'

export const region = 'us-east-1'
export const credentials = { accessKeyId: 'AKIALOCAL', secretAccessKey: 'local-secret-access-key' }

const opened: (() => Promise<unknown>)[] = []

/** Stops every house that a test opened and removes its folder. */
export async function closeHouses(): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close()
}

export function clientFor(url: string, changes: DynamoDBClientConfig = {}): DynamoDB {
  const client = new DynamoDB({ endpoint: url, region, credentials, maxAttempts: 1, ...changes })
  opened.push(async () => client.destroy())
  return client
}

export function streamsFor(url: string): DynamoDBStreams {
  const client = new DynamoDBStreams({ endpoint: url, region, credentials, maxAttempts: 1 })
  opened.push(async () => client.destroy())
  return client
}

export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mayfly-dynamodb-'))
  opened.push(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'dynamodb')
}

export type House = Awaited<ReturnType<typeof openHouse>>

/** Where a table and its stream are asked for. */
export type Endpoint = Pick<House, 'client' | 'streams'>

/** A DynamoDB of its own for one test, with the AWS SDK's clients to it and a clock that the test moves. */
export async function openHouse(changes: Partial<DynamoDbOptions> = {}) {
  const dataDir = changes.dataDir ?? (await makeFolder())
  const clock = { now: new Date() }
  const errors: unknown[] = []
  const told = { ofRecords: 0 }
  const options: DynamoDbOptions = {
    dataDir,
    region,
    credentials,
    now: () => clock.now,
    onError: (error) => errors.push(error),
    onRecords: () => {
      told.ofRecords += 1
    },
    ...changes,
  }
  let dynamodb = await startDynamoDb(options)
  let client = clientFor(dynamodb.url)
  let streams = streamsFor(dynamodb.url)
  opened.push(() => dynamodb.stop())

  return {
    dataDir,
    /** Errors that the house calls its own. */
    errors,
    /** How often it told of new stream records. */
    told,
    get dynamodb() {
      return dynamodb
    },
    get client() {
      return client
    },
    get streams() {
      return streams
    },
    restart: async () => {
      await dynamodb.stop()
      dynamodb = await startDynamoDb(options)
      client = clientFor(dynamodb.url)
      streams = streamsFor(dynamodb.url)
    },
    now: () => clock.now,
    nowSeconds: () => Math.floor(clock.now.getTime() / 1000),
    pass: (seconds: number) => {
      clock.now = new Date(clock.now.getTime() + seconds * 1000)
    },
  }
}

export const TableName = 'messages'

/** A table such as a chat has: two keys, an index by another order, a stream. */
export const chatTable = {
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
    { AttributeName: 'last', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'inbox',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'last', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
} as const satisfies CreateTableCommandInput

/** A house with the chat's table. */
export async function openChat(table: Partial<CreateTableCommandInput> = {}) {
  const house = await openHouse()
  await house.client.createTable({ ...chatTable, ...table })
  return house
}

export const S = (text: string) => ({ S: text })
export const N = (number: number) => ({ N: String(number) })

/** The key of an item of the chat's table. */
export const keyOf = (pk: string, sk = 'a') => ({ pk: S(pk), sk: S(sk) })

export async function iteratorOf(
  house: Endpoint,
  ShardIteratorType: ShardIteratorType = 'TRIM_HORIZON',
  SequenceNumber?: string,
) {
  const { Table } = await house.client.describeTable({ TableName })
  const StreamArn = Table?.LatestStreamArn
  const { StreamDescription } = await house.streams.describeStream({ StreamArn })
  const ShardId = StreamDescription?.Shards?.[0]?.ShardId
  const input = { StreamArn, ShardId, ShardIteratorType }
  const { ShardIterator } = await house.streams.getShardIterator({
    ...input,
    ...(SequenceNumber !== undefined && { SequenceNumber }),
  })
  return ShardIterator
}

/** All records of the table's stream that are still there. */
export async function recordsOf(house: Endpoint) {
  const { Records = [] } = await house.streams.getRecords({ ShardIterator: await iteratorOf(house) })
  return Records
}
