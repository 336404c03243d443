import { join } from 'node:path'
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { messagesTable } from '@mayfly/config/messages-table'
import { wiring } from '@mayfly/lambdas/wiring'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { startDynamoDb } from './dynamodb/dynamodb.ts'
import type { Log } from './log.ts'
import { type StreamMapping, startStreamMapping } from './stream-mapping/stream-mapping.ts'

const TABLE = 'mayfly-messages'
const FUNCTION = 'deliver-message'
const MINUTE = 60_000
const HOUR = 60 * MINUTE

export interface MessagesOptions {
  dataDir: string
  region: string
  credentials: { accessKeyId: string; secretAccessKey: string }
  /** Woken for what changes in the table, at least once. */
  onRecords: (event: DynamoDBStreamEvent) => Promise<void>
  /** Between two tries of a record that fails. */
  longestRetryMilliseconds?: number
  now: () => Date
  log: Log
}

/** The table of messages, and the mapping that wakes a function with its stream. */
export async function startMessages(options: MessagesOptions) {
  const { dataDir, region, credentials, onRecords, longestRetryMilliseconds = 30_000, now, log } = options
  let mapping: StreamMapping | undefined
  const dynamodb = await startDynamoDb({
    dataDir: join(dataDir, 'dynamodb'),
    region,
    credentials,
    now,
    onError: (error) => log.error({ err: error }, 'the embedded DynamoDB failed'),
    // The first records may come before the mapping is there; it begins with those.
    onRecords: () => mapping?.poke(),
  })
  const client = { region, endpoint: dynamodb.url, credentials }
  const streamArn = await makeTable(new DynamoDBClient(client))
  const streams = new DynamoDBStreamsClient(client)
  const { mapping: settings } = wiring[FUNCTION].on
  mapping = await startStreamMapping({
    dataDir: join(dataDir, 'stream-mapping'),
    streams,
    streamArn,
    functionName: FUNCTION,
    run: onRecords,
    settings: { ...settings, longestRetryMilliseconds },
    now,
    onDeadLetter: (letter) =>
      log.error({ letter }, 'a record of the stream was given up: see /dead-letters on the site'),
    onError: (error) => log.error({ err: error }, 'a record of the stream was not delivered yet'),
  })
  const complain = (error: unknown) => log.error({ err: error }, 'expired messages could not be removed')
  const sweeping = setInterval(() => dynamodb.sweepTtl().catch(complain), MINUTE)
  const compacting = setInterval(() => dynamodb.compact().catch(complain), HOUR)

  return {
    /** What the product's configuration says of them. */
    config: { MESSAGES_TABLE: TABLE, AWS_ENDPOINT_URL_DYNAMODB: dynamodb.url },
    /** Deletes what has expired, as DynamoDB does some time after. */
    sweep: dynamodb.sweepTtl,
    deadLetters: mapping.deadLetters,
    stop: async () => {
      clearInterval(sweeping)
      clearInterval(compacting)
      await mapping.stop()
      streams.destroy()
      await dynamodb.stop()
    },
  }
}

/** Makes what is missing of the table. @returns the name of its stream */
async function makeTable(client: DynamoDBClient): Promise<string> {
  try {
    if ((await streamOf(client)) === undefined) await client.send(new CreateTableCommand(definition))
    await expireItems(client)
    return (await streamOf(client)) ?? ''
  } finally {
    client.destroy()
  }
}

async function expireItems(client: DynamoDBClient): Promise<void> {
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName: TABLE }))
  if (TimeToLiveDescription?.TimeToLiveStatus === 'ENABLED') return
  const TimeToLiveSpecification = { AttributeName: messagesTable.ttlAttribute, Enabled: true }
  await client.send(new UpdateTimeToLiveCommand({ TableName: TABLE, TimeToLiveSpecification }))
}

async function streamOf(client: DynamoDBClient): Promise<string | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: TABLE }))
    return Table?.LatestStreamArn
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined
    throw error
  }
}

const { partitionKey, sortKey, inboxIndex } = messagesTable
const keySchema = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
]

const definition: CreateTableCommandInput = {
  TableName: TABLE,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [partitionKey, sortKey, inboxIndex.sortKey].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S',
  })),
  KeySchema: keySchema(partitionKey, sortKey),
  GlobalSecondaryIndexes: [
    {
      IndexName: inboxIndex.name,
      KeySchema: keySchema(inboxIndex.partitionKey, inboxIndex.sortKey),
      Projection: { ProjectionType: 'ALL' },
    },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: messagesTable.streamView },
}
