import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams'
import type { House } from '@mayfly/local/house'
import pg from 'pg'
import { hearMessages } from './live-arrivals.ts'
import { awsOf, openDynamo, type Pair, send } from './pairs.ts'

const A_SECOND = 50
const SECONDS = 20
const LATE_MILLISECONDS = 1_000
const LATEST_MILLISECONDS = 10_000
const LIMIT_TURNS = 300

/** From when a message is due to the other's live event, at a steady rate, whether or not those before have arrived. */
export async function measureDelivery(house: House, pairs: Pair[]): Promise<void> {
  const waits = await deliveryWaits(house, pairs)
  const [stream, notify] = [await streamWaits(house), await notifyWaits(house.config.DATABASE_URL)]
  console.log(`\nFrom the send to the other's live event, ${A_SECOND} messages a second`)
  for (const share of [0.5, 0.99]) {
    const limit = quantile(stream, share) + quantile(notify, share)
    const whole = quantile(waits, share)
    const times = (whole / limit).toFixed(1)
    console.log(
      `  p${share * 100}`.padEnd(8),
      `${whole.toFixed(1)} ms, ${times} times a bare put, its stream record and a NOTIFY (${limit.toFixed(1)} ms)`,
    )
  }
  const late = waits.filter((wait) => wait > LATE_MILLISECONDS).length
  const sent = A_SECOND * SECONDS
  console.log(`  late    ${late} of ${sent} took more than a second`)
  console.log(`  lost    ${sent - waits.length} of ${sent}`)
}

async function deliveryWaits({ backendOrigin }: House, pairs: Pair[]): Promise<number[]> {
  const ears = await Promise.all(pairs.map(({ reader }) => hearMessages(backendOrigin, reader.accessToken)))
  await send(pairs[0] as Pair)
  const startedAt = performance.now()
  const sends = Array.from({ length: A_SECOND * SECONDS }, async (_, index) => {
    const dueAt = startedAt + (index * 1000) / A_SECOND
    await pause(Math.max(0, dueAt - performance.now()))
    const which = index % pairs.length
    const { id } = await send(pairs[which] as Pair)
    return { id, dueAt, arrivals: ears[which]?.arrivals }
  })
  const sent = await Promise.all(sends)
  const end = performance.now() + LATEST_MILLISECONDS
  const isMissing = () => sent.some(({ id, arrivals }) => !arrivals?.has(id))
  while (isMissing() && performance.now() < end) await pause(50)
  for (const { leave } of ears) leave()
  return sent.flatMap(({ id, dueAt, arrivals }) => {
    const arrivedAt = arrivals?.get(id)
    return arrivedAt === undefined ? [] : [arrivedAt - dueAt]
  })
}

/** A limit: one item put, and its record read from the stream, with nothing else going on. */
async function streamWaits(house: House): Promise<number[]> {
  const TableName = house.config.MESSAGES_TABLE
  const dynamo = openDynamo(house)
  const streams = new DynamoDBStreamsClient(awsOf(house))
  const { Streams = [] } = await streams.send(new ListStreamsCommand({ TableName }))
  const StreamArn = Streams[0]?.StreamArn
  const described = await streams.send(new DescribeStreamCommand({ StreamArn }))
  const ShardId = described.StreamDescription?.Shards?.at(-1)?.ShardId
  const place = { StreamArn, ShardId, ShardIteratorType: 'LATEST' } as const
  let { ShardIterator } = await streams.send(new GetShardIteratorCommand(place))
  const waits: number[] = []
  for (let turn = 0; turn < LIMIT_TURNS; turn += 1) {
    const putAt = performance.now()
    const Item = { pk: { S: 'BENCH' }, sk: { S: randomUUID() } }
    await dynamo.send(new PutItemCommand({ TableName, Item }))
    for (let isHeard = false; !isHeard; ) {
      const { Records = [], NextShardIterator } = await streams.send(new GetRecordsCommand({ ShardIterator }))
      isHeard = Records.length > 0
      ShardIterator = NextShardIterator
    }
    waits.push(performance.now() - putAt)
  }
  dynamo.destroy()
  streams.destroy()
  return waits
}

/** A limit: Postgres telling one connection what another one said. */
async function notifyWaits(databaseUrl: string): Promise<number[]> {
  const [speaker, listener] = [new pg.Client(databaseUrl), new pg.Client(databaseUrl)]
  await Promise.all([speaker.connect(), listener.connect()])
  await listener.query('listen bench')
  const waits: number[] = []
  for (let turn = 0; turn < LIMIT_TURNS; turn += 1) {
    const heard = new Promise((resolve) => listener.once('notification', resolve))
    const saidAt = performance.now()
    await speaker.query("select pg_notify('bench', '')")
    await heard
    waits.push(performance.now() - saidAt)
  }
  await Promise.all([speaker.end(), listener.end()])
  return waits
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
