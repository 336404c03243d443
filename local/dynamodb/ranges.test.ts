import { paginateQuery, paginateScan } from '@aws-sdk/client-dynamodb'
import { afterEach, describe, expect, it } from 'vitest'
import { closeHouses, type House, keyOf, openChat, S, TableName } from './dynamodb-for-tests.ts'

afterEach(closeHouses)

async function openWithMessages() {
  const house = await openChat()
  const sks = ['MEMBER#ada', 'MSG#1', 'MSG#2', 'MSG#3', 'MSG#4', 'MSG#ä']
  for (const sk of sks) await house.client.putItem({ TableName, Item: { ...keyOf('c1', sk), body: S(sk) } })
  await house.client.putItem({ TableName, Item: keyOf('c2', 'MSG#1') })
  return house
}

async function query(house: House, condition: string, values: Record<string, string>, more = {}) {
  const { Items = [] } = await house.client.query({
    TableName,
    KeyConditionExpression: `pk = :pk${condition}`,
    ExpressionAttributeValues: Object.fromEntries(
      Object.entries({ ':pk': 'c1', ...values }).map(([name, text]) => [name, S(text)]),
    ),
    ...more,
  })
  return Items.map(({ sk }) => sk?.S)
}

describe('a query', () => {
  it('finds the items of one key, in order, in both directions', async () => {
    const house = await openWithMessages()
    const all = ['MEMBER#ada', 'MSG#1', 'MSG#2', 'MSG#3', 'MSG#4', 'MSG#ä']
    expect(await query(house, '', {})).toEqual(all)
    expect(await query(house, '', {}, { ScanIndexForward: false })).toEqual(all.toReversed())
    expect(await query(house, '', {}, { ScanIndexForward: false, Limit: 2 })).toEqual(['MSG#ä', 'MSG#4'])
  })

  it.each([
    [' AND begins_with(sk, :a)', { ':a': 'MEMBER#' }, ['MEMBER#ada']],
    [' AND sk = :a', { ':a': 'MSG#2' }, ['MSG#2']],
    [' AND sk < :a', { ':a': 'MSG#2' }, ['MEMBER#ada', 'MSG#1']],
    [' AND sk <= :a', { ':a': 'MSG#2' }, ['MEMBER#ada', 'MSG#1', 'MSG#2']],
    [' AND sk > :a', { ':a': 'MSG#3' }, ['MSG#4', 'MSG#ä']],
    [' AND sk >= :a', { ':a': 'MSG#4' }, ['MSG#4', 'MSG#ä']],
    [' AND sk BETWEEN :a AND :b', { ':a': 'MSG#2', ':b': 'MSG#3' }, ['MSG#2', 'MSG#3']],
  ])('%s finds what it says', async (condition, values, found) => {
    const house = await openWithMessages()
    expect(await query(house, condition, values)).toEqual(found)
  })

  it.each([true, false])('goes on from page to page (forward: %s)', async (ScanIndexForward) => {
    const house = await openWithMessages()
    const pages: unknown[][] = []
    const input = {
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': S('c1') },
      ScanIndexForward,
    }
    for await (const { Items = [] } of paginateQuery({ client: house.client, pageSize: 4 }, input)) {
      pages.push(Items.map(({ sk }) => sk?.S))
    }
    const all = await query(house, '', {}, { ScanIndexForward })
    expect(pages).toEqual([all.slice(0, 4), all.slice(4)])
  })

  it('filters what it found', async () => {
    const house = await openWithMessages()
    expect(await query(house, '', { ':body': 'MSG#3' }, { FilterExpression: 'body = :body' })).toEqual([
      'MSG#3',
    ])
  })

  it('ends a page at one megabyte', async () => {
    const house = await openChat()
    const body = S('x'.repeat(300_000))
    for (const sk of ['1', '2', '3', '4', '5']) {
      await house.client.putItem({ TableName, Item: { ...keyOf('c1', sk), body } })
    }
    expect(await query(house, '', {})).toEqual(['1', '2', '3', '4'])
  })

  it('by a condition that no key has is refused', async () => {
    const house = await openWithMessages()
    const refused = query(house, ' AND body = :a', { ':a': 'x' })
    await expect(refused).rejects.toMatchObject({ name: 'ValidationException' })
    const nowhere = query(house, '', {}, { IndexName: 'nowhere' })
    await expect(nowhere).rejects.toMatchObject({ name: 'ValidationException' })
    expect(house.errors).toEqual([])
  })
})

describe('an index', () => {
  const inbox = { TableName, IndexName: 'inbox' } as const
  const lastsOf = async (house: House) => {
    const { Items = [] } = await house.client.scan(inbox)
    return Items.map(({ last }) => last?.S).sort()
  }

  it('follows its items', async () => {
    const house = await openChat()
    await house.client.putItem({ TableName, Item: { ...keyOf('u', 'c1'), last: S('1') } })
    await house.client.putItem({ TableName, Item: { ...keyOf('u', 'c2'), last: S('2') } })
    await house.client.putItem({ TableName, Item: keyOf('u', 'c3') })
    expect(await lastsOf(house)).toEqual(['1', '2'])
    await house.client.updateItem({
      TableName,
      Key: keyOf('u', 'c1'),
      UpdateExpression: 'SET #last = :last',
      ExpressionAttributeNames: { '#last': 'last' },
      ExpressionAttributeValues: { ':last': S('3') },
    })
    expect(await lastsOf(house)).toEqual(['2', '3'])
    const newest = await house.client.query({
      ...inbox,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': S('u') },
      ScanIndexForward: false,
    })
    expect(newest.Items?.map(({ sk }) => sk?.S)).toEqual(['c1', 'c2'])
    await house.client.putItem({ TableName, Item: keyOf('u', 'c1') })
    await house.client.deleteItem({ TableName, Key: keyOf('u', 'c2') })
    expect(await lastsOf(house)).toEqual([])
  })

  it.each([
    [{ ProjectionType: 'KEYS_ONLY' }, ['last', 'pk', 'sk']],
    [{ ProjectionType: 'INCLUDE', NonKeyAttributes: ['body'] }, ['body', 'last', 'pk', 'sk']],
    [{ ProjectionType: 'ALL' }, ['body', 'last', 'more', 'pk', 'sk']],
  ] as const)('holds what is projected to it (%#)', async (Projection, names) => {
    const KeySchema = [{ AttributeName: 'last', KeyType: 'HASH' as const }]
    const index = { IndexName: 'inbox', KeySchema, Projection: { ...Projection } as never }
    const house = await openChat({ GlobalSecondaryIndexes: [index] })
    const Item = { ...keyOf('u'), last: S('1'), body: S('b'), more: S('m') }
    await house.client.putItem({ TableName, Item })
    const { Items = [] } = await house.client.scan(inbox)
    expect(Object.keys(Items[0] ?? {}).sort()).toEqual(names)
  })

  it.each([true, false])(
    'holds each of many items with one key, and goes through them (forward: %s)',
    async (ScanIndexForward) => {
      const KeySchema = [{ AttributeName: 'last', KeyType: 'HASH' as const }]
      const index = { IndexName: 'inbox', KeySchema, Projection: { ProjectionType: 'KEYS_ONLY' as const } }
      const house = await openChat({ GlobalSecondaryIndexes: [index] })
      const sks = Array.from({ length: 250 }, (_, number) => `item ${number}`)
      for (let from = 0; from < sks.length; from += 25) {
        const requests = sks
          .slice(from, from + 25)
          .map((sk) => ({ PutRequest: { Item: { ...keyOf('u', sk), last: S('same') } } }))
        await house.client.batchWriteItem({ RequestItems: { [TableName]: requests } })
      }
      const found: unknown[] = []
      const input = {
        ...inbox,
        KeyConditionExpression: '#last = :last',
        ExpressionAttributeNames: { '#last': 'last' },
        ExpressionAttributeValues: { ':last': S('same') },
        ScanIndexForward,
      }
      for await (const { Items = [] } of paginateQuery({ client: house.client, pageSize: 7 }, input)) {
        found.push(...Items.map(({ sk }) => sk?.S))
      }
      expect(found.toSorted()).toEqual(sks.toSorted())
    },
  )

  it('keeps items apart whose keys the engine writes the same', async () => {
    const KeySchema = [{ AttributeName: 'last', KeyType: 'HASH' as const }]
    const index = { IndexName: 'inbox', KeySchema, Projection: { ProjectionType: 'KEYS_ONLY' as const } }
    const house = await openChat({ GlobalSecondaryIndexes: [index] })
    // The engine hashes the text of both keys in a row, to six digits.
    const twins = [keyOf('ab', 'c'), keyOf('a', 'bc')]
    for (const key of twins) await house.client.putItem({ TableName, Item: { ...key, last: S('same') } })
    expect(await house.client.scan(inbox)).toMatchObject({ Count: 2 })
    await house.client.deleteItem({ TableName, Key: keyOf('a', 'bc') })
    expect((await house.client.scan(inbox)).Items).toEqual([{ ...keyOf('ab', 'c'), last: S('same') }])
  })
})

describe('a scan', () => {
  it('goes through all items, in pages and in segments', async () => {
    const house = await openWithMessages()
    const inPages: unknown[] = []
    for await (const { Items = [] } of paginateScan({ client: house.client, pageSize: 2 }, { TableName })) {
      inPages.push(...Items.map(({ pk, sk }) => `${pk?.S} ${sk?.S}`))
    }
    expect(new Set(inPages).size).toBe(7)
    const segments = await Promise.all(
      [0, 1, 2].map((Segment) => house.client.scan({ TableName, Segment, TotalSegments: 3 })),
    )
    expect(segments.reduce((sum, { Count = 0 }) => sum + Count, 0)).toBe(7)
    expect(await house.client.scan({ TableName, Select: 'COUNT' })).toMatchObject({ Count: 7 })
  })
})
