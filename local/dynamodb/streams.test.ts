import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  chatTable,
  closeHouses,
  type House,
  iteratorOf,
  keyOf,
  N,
  openChat,
  openHouse,
  recordsOf,
  S,
  TableName,
} from './dynamodb-for-tests.ts'

afterEach(closeHouses)
afterEach(() => void vi.useRealTimers())

const day = 24 * 3600

const put = (house: House, pk: string, body = 'x') =>
  house.client.putItem({ TableName, Item: { ...keyOf(pk), body: S(body) } })

const sequencesOf = async (house: House) =>
  (await recordsOf(house)).map(({ dynamodb }) => dynamodb?.SequenceNumber ?? '')

async function writeOnce(house: House) {
  await put(house, 'a', 'one')
  await put(house, 'a', 'two')
  await house.client.deleteItem({ TableName, Key: keyOf('a') })
}

describe('a stream', () => {
  it('is listed and described', async () => {
    const house = await openChat()
    await house.client.createTable({
      ...chatTable,
      TableName: 'silent',
      StreamSpecification: { StreamEnabled: false },
    })
    await house.client.createTable({ ...chatTable, TableName: 'other' })
    const { Table } = await house.client.describeTable({ TableName })
    expect(Table?.StreamSpecification).toEqual({ StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' })
    const StreamArn = Table?.LatestStreamArn ?? ''
    expect(StreamArn).toMatch(/^arn:aws:dynamodb:us-east-1:\d{12}:table\/messages\/stream\/.+/)
    const { Streams } = await house.streams.listStreams({})
    expect(Streams?.map((stream) => stream.TableName)).toEqual(['messages', 'other'])
    expect(await house.streams.listStreams({ TableName })).toMatchObject({ Streams: [{ StreamArn }] })
    const first = await house.streams.listStreams({ Limit: 1 })
    const next = await house.streams.listStreams({ ExclusiveStartStreamArn: first.LastEvaluatedStreamArn })
    expect(next.Streams?.map((stream) => stream.TableName)).toEqual(['other'])
    const { StreamDescription } = await house.streams.describeStream({ StreamArn })
    expect(StreamDescription).toMatchObject({
      StreamArn,
      StreamLabel: Table?.LatestStreamLabel,
      StreamStatus: 'ENABLED',
      StreamViewType: 'NEW_AND_OLD_IMAGES',
      TableName,
      KeySchema: chatTable.KeySchema,
      Shards: [{ ShardId: expect.stringMatching(/^shardId-.{20,}/) }],
    })
    const nowhere = house.streams.describeStream({ StreamArn: StreamArn.replace('messages', 'silent') })
    await expect(nowhere).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })

  it.each([
    ['KEYS_ONLY', []],
    ['NEW_IMAGE', ['NewImage']],
    ['OLD_IMAGE', ['OldImage']],
    ['NEW_AND_OLD_IMAGES', ['NewImage', 'OldImage']],
  ] as const)('of type %s shows just that of an item', async (StreamViewType, images) => {
    const house = await openChat({ StreamSpecification: { StreamEnabled: true, StreamViewType } })
    await writeOnce(house)
    const records = await recordsOf(house)
    expect(records.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE'])
    const shown = records.map(({ dynamodb = {} }) =>
      Object.keys(dynamodb).filter((name) => name.endsWith('Image')),
    )
    const has = (name: string) => images.some((image) => image === name)
    expect(shown).toEqual([
      has('NewImage') ? ['NewImage'] : [],
      [...images],
      has('OldImage') ? ['OldImage'] : [],
    ])
    for (const { dynamodb } of records) expect(dynamodb).toMatchObject({ Keys: keyOf('a'), StreamViewType })
    expect(records[0]).toMatchObject({
      eventSource: 'aws:dynamodb',
      eventVersion: '1.1',
      awsRegion: 'us-east-1',
    })
    expect(new Set(records.map(({ eventID }) => eventID)).size).toBe(3)
  })

  it('has no record when nothing changed', async () => {
    const house = await openChat()
    await put(house, 'a')
    await put(house, 'a')
    await house.client.deleteItem({ TableName, Key: keyOf('b') })
    await house.client.updateItem({
      TableName,
      Key: keyOf('a'),
      UpdateExpression: 'SET body = :x',
      ExpressionAttributeValues: { ':x': S('x') },
    })
    await house.client
      .putItem({ TableName, Item: keyOf('a'), ConditionExpression: 'attribute_not_exists(pk)' })
      .catch(() => {})
    expect(await recordsOf(house)).toHaveLength(1)
    expect(house.told.ofRecords).toBe(1)
  })

  it('is read from each kind of place', async () => {
    const house = await openChat()
    const early = await iteratorOf(house, 'LATEST')
    for (const pk of ['a', 'b', 'c']) await put(house, pk)
    const sequences = await sequencesOf(house)
    const read = async (ShardIterator: string | undefined) => {
      const { Records = [] } = await house.streams.getRecords({ ShardIterator })
      return Records.map(({ dynamodb }) => dynamodb?.Keys?.pk?.S)
    }
    expect(await read(early)).toEqual(['a', 'b', 'c'])
    expect(await read(await iteratorOf(house, 'LATEST'))).toEqual([])
    expect(await read(await iteratorOf(house, 'AT_SEQUENCE_NUMBER', sequences[1]))).toEqual(['b', 'c'])
    expect(await read(await iteratorOf(house, 'AFTER_SEQUENCE_NUMBER', sequences[1]))).toEqual(['c'])
    expect(await read(await iteratorOf(house, 'AFTER_SEQUENCE_NUMBER', sequences[2]))).toEqual([])
    for (const strange of ['7', `1${'9'.repeat(20)}`, '100000000000000000999']) {
      const refused = iteratorOf(house, 'AT_SEQUENCE_NUMBER', strange)
      await expect(refused).rejects.toMatchObject({ name: 'ValidationException' })
    }
  })

  it('is read on from page to page, by number and by size', async () => {
    const house = await openChat()
    for (const pk of ['a', 'b', 'c']) await put(house, pk)
    const { Records, NextShardIterator } = await house.streams.getRecords({
      ShardIterator: await iteratorOf(house),
      Limit: 2,
    })
    expect(Records).toHaveLength(2)
    await put(house, 'd', randomBytes(280_000).toString('base64'))
    await put(house, 'e', randomBytes(280_000).toString('base64'))
    await put(house, 'f', randomBytes(280_000).toString('base64'))
    const second = await house.streams.getRecords({ ShardIterator: NextShardIterator })
    const third = await house.streams.getRecords({ ShardIterator: second.NextShardIterator })
    const fourth = await house.streams.getRecords({ ShardIterator: third.NextShardIterator })
    const pages = [second, third, fourth].map((page) =>
      page.Records?.map(({ dynamodb }) => dynamodb?.Keys?.pk?.S),
    )
    expect(pages).toEqual([['c', 'd', 'e'], ['f'], []])
    expect(fourth.NextShardIterator).toBeDefined()
  })

  it('tells of one item in the order of its writes, however many there are at once', async () => {
    const house = await openChat()
    const add = () =>
      house.client.updateItem({
        TableName,
        Key: keyOf('a'),
        UpdateExpression: 'ADD likes :one',
        ExpressionAttributeValues: { ':one': N(1) },
      })
    await Promise.all(Array.from({ length: 60 }, add))
    const records = await recordsOf(house)
    const numbers = records.map(({ dynamodb }) => Number(dynamodb?.NewImage?.likes?.N))
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, place) => place + 1))
    const sequences = records.map(({ dynamodb }) => BigInt(dynamodb?.SequenceNumber ?? ''))
    expect(sequences.every((sequence, place) => place === 0 || sequence > (sequences[place - 1] ?? 0n))).toBe(
      true,
    )
  })
})

describe('after a day', () => {
  it('records are gone, and whoever wanted them hears it', async () => {
    const house = await openChat()
    await put(house, 'old')
    const before = await iteratorOf(house)
    const [old] = await sequencesOf(house)
    house.pass(day - 60)
    await put(house, 'young')
    const after = await iteratorOf(house, 'LATEST')
    house.pass(120)
    await house.dynamodb.sweepTtl()
    expect((await recordsOf(house)).map(({ dynamodb }) => dynamodb?.Keys?.pk?.S)).toEqual(['young'])
    const trimmed = { name: 'TrimmedDataAccessException' }
    await expect(house.streams.getRecords({ ShardIterator: before })).rejects.toMatchObject(trimmed)
    await expect(iteratorOf(house, 'AT_SEQUENCE_NUMBER', old)).rejects.toMatchObject(trimmed)
    expect((await house.streams.getRecords({ ShardIterator: after })).Records).toEqual([])
  })

  it('sequence numbers go on from where they were, also when all records are gone and after a restart', async () => {
    const house = await openChat()
    await put(house, 'a')
    await put(house, 'b')
    const last = (await sequencesOf(house))[1] ?? ''
    house.pass(day + 60)
    await house.dynamodb.sweepTtl()
    expect(await recordsOf(house)).toEqual([])
    await house.restart()
    await put(house, 'c')
    const [next = ''] = await sequencesOf(house)
    expect(next > last).toBe(true)
    expect(BigInt(next) > BigInt(last)).toBe(true)
  })
})

describe('a shard iterator', () => {
  it('ends after 15 minutes of real time, but outlives a restart', async () => {
    const house = await openChat()
    await put(house, 'a')
    const ShardIterator = await iteratorOf(house)
    house.pass(day / 2)
    await house.restart()
    expect((await house.streams.getRecords({ ShardIterator })).Records).toHaveLength(1)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * 60_000 + 1_000 })
    const refused = house.streams.getRecords({ ShardIterator })
    await expect(refused).rejects.toMatchObject({ name: 'ExpiredIteratorException' })
  })

  it.each(['', 'x', 'bnVsbA==', Buffer.from('["a",-1,9e99]').toString('base64')])(
    'that was made up is refused (%#)',
    async (ShardIterator) => {
      const house = await openHouse()
      await expect(house.streams.getRecords({ ShardIterator })).rejects.toMatchObject({
        name: expect.stringMatching(/ValidationException|ResourceNotFoundException/),
      })
      expect(house.errors).toEqual([])
    },
  )

  it('of a table that is gone is refused, also when a new one has its name', async () => {
    const house = await openChat()
    await put(house, 'a')
    const ShardIterator = await iteratorOf(house)
    await house.client.deleteTable({ TableName })
    const gone = { name: 'ResourceNotFoundException' }
    await expect(house.streams.getRecords({ ShardIterator })).rejects.toMatchObject(gone)
    house.pass(1)
    await house.client.createTable(chatTable)
    await expect(house.streams.getRecords({ ShardIterator })).rejects.toMatchObject(gone)
    expect(await recordsOf(house)).toEqual([])
  })
})
