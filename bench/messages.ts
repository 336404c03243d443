import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { DynamoDBClient, QueryCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import type { House } from '@mayfly/local/house'
import pg from 'pg'
import { inHouse, type Person, signUp } from './house.ts'
import { hearMessages } from './live-arrivals.ts'
import { rate, report } from './rate.ts'

const PAIRS = 5
const A_SECOND = 50
const SECONDS = 20
const LATEST_MILLISECONDS = 10_000

/** Messages through the whole house: how long one takes to the other person's page, and how many it can do. */
await inHouse(async (house) => {
  const pairs = await Promise.all(Array.from({ length: PAIRS }, (_, number) => openPair(house, number)))
  await measureDelivery(house, pairs)
  await measureRates(house, pairs)
})

interface Pair {
  id: string
  sender: Person
  reader: Person
}

async function openPair(house: House, number: number): Promise<Pair> {
  const sender = await signUp(house, `sender${number}`)
  const reader = await signUp(house, `reader${number}`)
  const { id } = await sender.client.startConversation({ handles: [reader.handle] })
  return { id, sender, reader }
}

function send({ id, sender }: Pair) {
  const body = 'A message of ordinary length, as people write.'
  return sender.client.sendMessage({ id, key: randomUUID(), body })
}

/** At a steady 50 a second, whether or not the ones before have arrived. */
async function measureDelivery({ backendOrigin, config }: House, pairs: Pair[]) {
  const ears = await Promise.all(pairs.map(({ reader }) => hearMessages(backendOrigin, reader.accessToken)))
  await send(pairs[0] as Pair)
  const startedAt = performance.now()
  const sends = Array.from({ length: A_SECOND * SECONDS }, async (_, index) => {
    await pause(Math.max(0, (index * 1000) / A_SECOND - (performance.now() - startedAt)))
    const sentAt = performance.now()
    const which = index % PAIRS
    const { id } = await send(pairs[which] as Pair)
    return { id, sentAt, arrivals: ears[which]?.arrivals }
  })
  const sent = await Promise.all(sends)
  const end = performance.now() + LATEST_MILLISECONDS
  const isMissing = () => sent.some(({ id, arrivals }) => !arrivals?.has(id))
  while (isMissing() && performance.now() < end) await pause(50)
  for (const { leave } of ears) leave()

  const waits = sent.flatMap(({ id, sentAt, arrivals }) => {
    const arrivedAt = arrivals?.get(id)
    return arrivedAt === undefined ? [] : [arrivedAt - sentAt]
  })
  const notify = await notifyWaits(config.DATABASE_URL)
  console.log(`\nFrom the send to the other's live event, ${A_SECOND} messages a second`)
  for (const share of [0.5, 0.99]) {
    const [whole, bare] = [quantile(waits, share), quantile(notify, share)]
    const times = (whole / bare).toFixed(1)
    console.log(
      `  p${share * 100}`.padEnd(8),
      `${whole.toFixed(1)} ms, ${times} times a bare NOTIFY (${bare.toFixed(1)} ms)`,
    )
  }
  console.log(`  lost    ${sent.length - waits.length} of ${sent.length}`)
}

/** The limit: Postgres telling one connection what another one said. */
async function notifyWaits(databaseUrl: string): Promise<number[]> {
  const [speaker, listener] = [new pg.Client(databaseUrl), new pg.Client(databaseUrl)]
  await Promise.all([speaker.connect(), listener.connect()])
  await listener.query('listen bench')
  const waits: number[] = []
  for (let count = 0; count < 500; count += 1) {
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

async function measureRates({ config }: House, pairs: Pair[]) {
  const dynamo = new DynamoDBClient({
    region: config.AWS_REGION,
    endpoint: config.AWS_ENDPOINT_URL_DYNAMODB ?? '',
    credentials: {
      accessKeyId: config.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: config.AWS_SECRET_ACCESS_KEY ?? '',
    },
  })
  const TableName = config.MESSAGES_TABLE
  const { id, reader } = pairs[0] as Pair
  let turn = 0
  const nextPair = () => {
    turn += 1
    return pairs[turn % PAIRS] as Pair
  }
  const put = (sk: string) => ({ Put: { TableName, Item: { pk: { S: 'BENCH' }, sk: { S: sk } } } })
  const transaction = () =>
    dynamo.send(
      new TransactWriteItemsCommand({
        TransactItems: [put(randomUUID()), put(randomUUID()), put(randomUUID())],
      }),
    )
  const query = () =>
    dynamo.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk and begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': { S: `CONV#${id}` }, ':sk': { S: 'MSG#' } },
        Limit: 20,
      }),
    )
  report('Sends', 'the bare transaction', {
    'the bare transaction': await rate(transaction),
    'sendMessage, by the gateway': await rate(() => send(nextPair())),
  })
  report('Reads', 'the bare query', {
    'the bare query': await rate(query),
    'listMessages, 20 of them, by the gateway': await rate(() => reader.client.listMessages({ id })),
    'listConversations, by the gateway': await rate(() => reader.client.listConversations({})),
  })
  dynamo.destroy()
}
