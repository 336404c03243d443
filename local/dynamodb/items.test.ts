import { afterEach, describe, expect, it } from 'vitest'
import { chatTable, closeHouses, keyOf, N, openChat, recordsOf, S, TableName } from './dynamodb-for-tests.ts'

afterEach(closeHouses)

const Key = keyOf('c1')
const refusedCondition = { name: 'ConditionalCheckFailedException' }

describe('an item', () => {
  it('is put, read, updated and deleted, and the stream tells of each', async () => {
    const house = await openChat()
    const { client } = house
    const item = { ...Key, body: S('hello'), last: S('1') }
    await client.putItem({ TableName, Item: item })
    expect((await client.getItem({ TableName, Key })).Item).toEqual(item)
    const updated = await client.updateItem({
      TableName,
      Key,
      UpdateExpression: 'SET body = :body, likes = if_not_exists(likes, :zero) + :one',
      ExpressionAttributeValues: { ':body': S('bye'), ':zero': N(0), ':one': N(1) },
      ReturnValues: 'ALL_NEW',
    })
    expect(updated.Attributes).toEqual({ ...item, body: S('bye'), likes: N(1) })
    const deleted = await client.deleteItem({ TableName, Key, ReturnValues: 'ALL_OLD' })
    expect(deleted.Attributes).toEqual(updated.Attributes)
    expect((await client.getItem({ TableName, Key })).Item).toBeUndefined()

    const records = await recordsOf(house)
    expect(records.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE'])
    expect(records[1]?.dynamodb).toMatchObject({ Keys: Key, OldImage: item, NewImage: { body: S('bye') } })
    expect(house.told.ofRecords).toBe(3)
    expect(house.errors).toEqual([])
  })

  it('keeps each kind of value, whatever it is named', async () => {
    const { client } = await openChat()
    const values = {
      text: S('Grüße 🪰'),
      empty: S(''),
      number: { N: '-12.5' },
      bytes: { B: Uint8Array.from([0, 255, 10]) },
      yes: { BOOL: true },
      nothing: { NULL: true },
      list: { L: [S('a'), { M: { deep: { L: [N(1)] } } }] },
      texts: { SS: ['a', 'b'] },
      numbers: { NS: ['1', '2'] },
      constructor: S('a name as any other'),
      'a.b#c~d': S('strange'),
    }
    await client.putItem({ TableName, Item: { ...Key, ...values } })
    expect((await client.getItem({ TableName, Key })).Item).toEqual({ ...Key, ...values })
  })

  it('is written only if its condition holds, and shows what stood against it', async () => {
    const { client } = await openChat()
    const isNew = { TableName, ConditionExpression: 'attribute_not_exists(pk)' }
    const item = { ...Key, body: S('first') }
    await client.putItem({ ...isNew, Item: item })
    const again = client.putItem({ ...isNew, Item: { ...Key, body: S('second') } })
    await expect(again).rejects.toMatchObject(refusedCondition)
    const ReturnValuesOnConditionCheckFailure = 'ALL_OLD'
    const telling = { ReturnValuesOnConditionCheckFailure } as const
    const shown = { ...refusedCondition, Item: item }
    await expect(client.putItem({ ...isNew, ...telling, Item: { ...Key } })).rejects.toMatchObject(shown)
    await expect(client.deleteItem({ ...isNew, ...telling, Key })).rejects.toMatchObject(shown)
    const update = client.updateItem({
      TableName,
      Key,
      UpdateExpression: 'SET body = :new',
      ConditionExpression: 'body = :other',
      ExpressionAttributeValues: { ':new': S('new'), ':other': S('other') },
      ...telling,
    })
    await expect(update).rejects.toMatchObject(shown)
    expect((await client.getItem({ TableName, Key })).Item).toEqual(item)
  })

  it.each([
    ['ALL_OLD', { body: S('old'), ...Key }],
    ['UPDATED_OLD', { body: S('old') }],
    ['UPDATED_NEW', { body: S('new') }],
    ['NONE', undefined],
  ] as const)('answers an update with %s', async (ReturnValues, Attributes) => {
    const { client } = await openChat()
    await client.putItem({ TableName, Item: { ...Key, body: S('old') } })
    const answer = await client.updateItem({
      TableName,
      Key,
      UpdateExpression: 'SET body = :new',
      ExpressionAttributeValues: { ':new': S('new') },
      ReturnValues,
    })
    expect(answer.Attributes).toEqual(Attributes)
  })

  it('that two hundred change at once has been changed by all', async () => {
    const { client } = await openChat()
    const add = () =>
      client.updateItem({
        TableName,
        Key,
        UpdateExpression: 'ADD likes :one',
        ExpressionAttributeValues: { ':one': N(1) },
      })
    await Promise.all(Array.from({ length: 200 }, add))
    expect((await client.getItem({ TableName, Key })).Item?.likes).toEqual(N(200))
  })

  it('is read in part', async () => {
    const { client } = await openChat()
    await client.putItem({ TableName, Item: { ...Key, body: S('x'), deep: { M: { a: S('1'), b: S('2') } } } })
    const { Item } = await client.getItem({ TableName, Key, ProjectionExpression: 'deep.b' })
    expect(Item).toEqual({ deep: { M: { b: S('2') } } })
  })
})

describe('a call', () => {
  it.each([
    ['half a key', { Key: { pk: S('a') } }],
    ['a key of another kind', { Key: { pk: N(1), sk: S('a') } }],
    ['an empty key', { Key: keyOf('') }],
    ['no key', {}],
    ['a condition that is none', { Key, ConditionExpression: 'body ==' }],
    [
      'a value nobody uses',
      { Key, ConditionExpression: 'a = b', ExpressionAttributeValues: { ':c': S('c') } },
    ],
  ])('with %s is refused', async (_, input) => {
    const house = await openChat()
    const refused = house.client.deleteItem({ TableName, ...input } as never)
    await expect(refused).rejects.toMatchObject({ name: 'ValidationException' })
    expect(house.errors).toEqual([])
  })

  it.each([
    ['a map', 'body = :a', { M: { a: S('b') } }],
    ['a list', 'NOT body <> :a', { L: [S('a')] }],
    ['an attribute', 'body IN (sk, :a)', S('a')],
    ['another attribute', 'body = sk AND sk = :a', S('a')],
    ['a size', 'size(body) <> sk AND sk = :a', S('a')],
    ['an attribute as an end', 'body BETWEEN :a AND sk', S('a')],
    ['the beginning of an attribute', 'begins_with(body, sk) AND sk = :a', S('a')],
    ['a truth', 'sk = body OR body IN (:a)', { BOOL: false }],
  ])(
    'whose condition compares with %s is refused, because the engine would get it wrong',
    async (_, condition, value) => {
      const { client } = await openChat()
      const refused = client.deleteItem({
        TableName,
        Key,
        ConditionExpression: condition,
        ExpressionAttributeValues: { ':a': value as never },
      })
      await expect(refused).rejects.toMatchObject({
        name: 'ValidationException',
        message: expect.stringMatching(/here\.$/),
      })
    },
  )

  it('with an item over 400 KB is refused', async () => {
    const { client } = await openChat()
    const refused = client.putItem({ TableName, Item: { ...Key, body: S('x'.repeat(410_000)) } })
    await expect(refused).rejects.toMatchObject({ name: 'ValidationException' })
  })
})

describe('a batch', () => {
  it('writes and reads items of several tables', async () => {
    const house = await openChat()
    const { client } = house
    await client.createTable({ ...chatTable, TableName: 'other' })
    await client.putItem({ TableName, Item: keyOf('gone') })
    const { UnprocessedItems } = await client.batchWriteItem({
      RequestItems: {
        [TableName]: [{ PutRequest: { Item: keyOf('a') } }, { DeleteRequest: { Key: keyOf('gone') } }],
        other: [{ PutRequest: { Item: { ...keyOf('b'), last: S('1') } } }],
      },
    })
    expect(UnprocessedItems).toEqual({})
    const { Responses } = await client.batchGetItem({
      RequestItems: {
        [TableName]: { Keys: [keyOf('a'), keyOf('gone')] },
        other: { Keys: [keyOf('b'), keyOf('nowhere')] },
      },
    })
    expect(Responses).toEqual({ [TableName]: [keyOf('a')], other: [{ ...keyOf('b'), last: S('1') }] })
    expect(await client.scan({ TableName: 'other', IndexName: 'inbox' })).toMatchObject({ Count: 1 })
    expect(await recordsOf(house)).toHaveLength(3)
  })

  it.each([
    ['one item twice', Array.from({ length: 2 }, () => keyOf('a'))],
    ['more than 25 items', Array.from({ length: 26 }, (_, number) => keyOf(`item ${number}`))],
  ])('with %s is refused and writes nothing', async (_, keys) => {
    const { client } = await openChat()
    const requests = keys.map((Item) => ({ PutRequest: { Item } }))
    const refused = client.batchWriteItem({ RequestItems: { [TableName]: requests } })
    await expect(refused).rejects.toMatchObject({ name: 'ValidationException' })
    expect(await client.scan({ TableName })).toMatchObject({ Count: 0 })
  })
})
