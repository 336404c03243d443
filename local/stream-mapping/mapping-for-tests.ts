import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDB } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { startDynamoDb } from '../dynamodb/dynamodb.ts'
import { credentials, region } from './credentials-for-tests.ts'
import type { DeadLetter } from './dead-letters.ts'
import type { MappingSettings } from './settings.ts'
import { type StreamMappingOptions, startStreamMapping } from './stream-mapping.ts'

const TableName = 'things'
const opened: (() => Promise<unknown>)[] = []

/** Ends everything that a test opened and removes its folder. */
export async function closeAll(): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close()
}

export function onClose(close: () => Promise<unknown>): void {
  opened.push(close)
}

export type Source = Awaited<ReturnType<typeof openSource>>

/** An embedded DynamoDB with one table and its stream, for one test. */
export async function openSource() {
  const folder = await mkdtemp(join(tmpdir(), 'mayfly-mapping-'))
  onClose(() => rm(folder, { recursive: true, force: true }))
  const clock = { now: new Date() }
  const listeners = new Set<() => void>()
  const options = {
    dataDir: join(folder, 'dynamodb'),
    region,
    credentials,
    now: () => clock.now,
    onRecords: () => {
      for (const listen of listeners) listen()
    },
  }
  let server = await startDynamoDb(options)
  onClose(() => server.stop())
  const { url, port } = server
  const dynamoDb = new DynamoDB({ endpoint: url, region, credentials })
  onClose(async () => dynamoDb.destroy())
  const { TableDescription } = await dynamoDb.createTable({
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'N' },
    ],
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  })

  return {
    url,
    dynamoDb,
    clock,
    streamArn: TableDescription?.LatestStreamArn ?? '',
    /** The folder of the mapping. */
    dataDir: join(folder, 'mapping'),
    /** Whom DynamoDB tells that there are new records. */
    listeners,
    passSeconds: (seconds: number) => {
      clock.now = new Date(clock.now.getTime() + seconds * 1000)
    },
    /** Writes things one after another; `a1` has the partition key `a` and the sort key 1. */
    put: async (...names: string[]) => {
      for (const name of names) await dynamoDb.putItem({ TableName, Item: itemOf(name) })
    },
    sweepTtl: () => server.sweepTtl(),
    stop: () => server.stop(),
    startAgain: async () => {
      server = await startDynamoDb({ ...options, port })
    },
  }
}

function itemOf(name: string) {
  return { ...keyOf(name), body: { S: `the words of ${name}` } }
}

export function keyOf(name: string) {
  return { pk: { S: name.slice(0, 1) }, sk: { N: name.slice(1) } }
}

export function nameOf({ dynamodb }: DynamoDBRecord): string {
  return `${dynamodb?.Keys?.pk?.S}${dynamodb?.Keys?.sk?.N}`
}

export const namesOf = ({ Records }: DynamoDBStreamEvent) => Records.map(nameOf)

export type Fault = { command: string; error: Error }

/** A client of the Streams API that notes its calls, and that a test can make fail. */
function streamsClient(url: string, faults: Fault[]) {
  const client = new DynamoDBStreamsClient({ endpoint: url, region, credentials, maxAttempts: 1 })
  const calls: string[] = []
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = String(context.commandName)
      calls.push(command)
      const place = faults.findIndex((fault) => fault.command === command)
      const [fault] = place === -1 ? [] : faults.splice(place, 1)
      if (fault) throw fault.error
      return next(args)
    },
    { step: 'initialize' },
  )
  onClose(async () => client.destroy())
  return { client, calls }
}

type Changes = Partial<Omit<StreamMappingOptions, 'run'>> & {
  /** What the function does with the names of the records; their events are noted anyhow. */
  run?: (names: string[], event: DynamoDBStreamEvent) => unknown
  source?: Source
  /** How calls of the Streams API fail, each once. */
  faults?: Fault[]
}

/** A mapping for one test. Without a poke it would look at the stream only once a minute. */
export async function openHouse({ run, source: given, faults = [], ...changes }: Changes = {}) {
  const source = given ?? (await openSource())
  const events: DynamoDBStreamEvent[] = []
  const letters: DeadLetter[] = []
  const errors: unknown[] = []
  const streams = streamsClient(source.url, faults)
  const mapping = await startStreamMapping({
    dataDir: source.dataDir,
    streams: streams.client,
    streamArn: source.streamArn,
    functionName: 'deliver-thing',
    run: async (event) => {
      events.push(event)
      return (await run?.(namesOf(event), event)) as undefined
    },
    now: () => source.clock.now,
    onDeadLetter: (letter) => letters.push(letter),
    onError: (error) => errors.push(error),
    pollMilliseconds: 60_000,
    ...changes,
    settings: { firstRetryMilliseconds: 5, longestRetryMilliseconds: 20, ...changes.settings },
  })
  source.listeners.add(mapping.poke)
  const stop = async () => {
    source.listeners.delete(mapping.poke)
    await mapping.stop()
  }
  onClose(stop)
  return {
    ...mapping,
    source,
    calls: streams.calls,
    put: source.put,
    events,
    letters,
    errors,
    stop,
    /** The records of each invocation so far, by name. */
    batches: () => events.map(namesOf),
    names: () => events.flatMap(namesOf),
  }
}

/** A house that finds these records, and after them the last one, in its stream. */
export async function openWith(
  names: string[],
  settings: Partial<MappingSettings>,
  run: (names: string[]) => unknown,
) {
  const source = await openSource()
  await source.put(...names, 'z1')
  const house = await openHouse({ source, settings: { batchSize: names.length, ...settings }, run })
  const isThrough = () => house.names().includes('z1')
  return { ...house, isThrough }
}

/** Waits until something is so, for ten seconds at most. */
export async function eventually(isSo: () => boolean | Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 2000; tries += 1) {
    if (await isSo()) return true
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return false
}
