import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { afterEach, describe, expect, it } from 'vitest'
import { closeHouses, type House, keyOf, N, openChat, recordsOf, S, TableName } from './dynamodb-for-tests.ts'

afterEach(closeHouses)

const minute = 60

const putOf = (pk: string, body = 'x', condition?: string): TransactWriteItem => ({
  Put: {
    TableName,
    Item: { ...keyOf(pk), body: S(body) },
    ...(condition !== undefined && { ConditionExpression: condition }),
  },
})

const write = (house: House, TransactItems: TransactWriteItem[], ClientRequestToken?: string) =>
  house.client.transactWriteItems({
    TransactItems,
    ...(ClientRequestToken !== undefined && { ClientRequestToken }),
  })

async function bodiesOf(house: House) {
  const { Items = [] } = await house.client.scan({ TableName })
  return Object.fromEntries(Items.map(({ pk, body }) => [pk?.S, body?.S]))
}

describe('a transaction', () => {
  it('writes all of its items', async () => {
    const house = await openChat()
    await write(house, [putOf('gone'), putOf('changed', 'old'), putOf('checked')])
    await write(house, [
      putOf('new'),
      {
        Update: {
          TableName,
          Key: keyOf('changed'),
          UpdateExpression: 'SET body = :body',
          ConditionExpression: 'body = :old',
          ExpressionAttributeValues: { ':body': S('new'), ':old': S('old') },
        },
      },
      { Delete: { TableName, Key: keyOf('gone') } },
      { ConditionCheck: { TableName, Key: keyOf('checked'), ConditionExpression: 'attribute_exists(pk)' } },
    ])
    expect(await bodiesOf(house)).toEqual({ new: 'x', changed: 'new', checked: 'x' })
    const records = await recordsOf(house)
    expect(
      records
        .slice(3)
        .map(({ eventName }) => eventName)
        .sort(),
    ).toEqual(['INSERT', 'MODIFY', 'REMOVE'])
  })

  it('writes none when a condition fails, and says which and why', async () => {
    const house = await openChat()
    await write(house, [putOf('taken', 'old')])
    const isNew = 'attribute_not_exists(pk)'
    const taken = putOf('taken', 'new', isNew)
    const refused = write(house, [
      putOf('fresh', 'x', isNew),
      { Put: { ...taken.Put, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as never },
      { ConditionCheck: { TableName, Key: keyOf('nowhere'), ConditionExpression: 'attribute_exists(pk)' } },
      {
        Update: {
          TableName,
          Key: keyOf('other'),
          UpdateExpression: 'SET body = body + :one',
          ExpressionAttributeValues: { ':one': N(1) },
        },
      },
    ])
    await expect(refused).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      message:
        'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, ConditionalCheckFailed, ValidationError]',
      CancellationReasons: [
        { Code: 'None' },
        {
          Code: 'ConditionalCheckFailed',
          Message: 'The conditional request failed',
          Item: { ...keyOf('taken'), body: S('old') },
        },
        { Code: 'ConditionalCheckFailed' },
        { Code: 'ValidationError' },
      ],
    })
    expect(await bodiesOf(house)).toEqual({ taken: 'old' })
    expect(await recordsOf(house)).toHaveLength(1)
  })

  it.each<[string, TransactWriteItem[]]>([
    ['the same item twice', [putOf('a'), { Delete: { TableName, Key: keyOf('a') } }]],
    ['two kinds in one', [{ ...putOf('a'), Delete: { TableName, Key: keyOf('b') } }]],
    ['nothing at all', []],
    ['an unknown kind', [{ Get: { TableName, Key: keyOf('a') } } as never]],
    ['more than 100 items', Array.from({ length: 101 }, (_, number) => putOf(`item ${number}`))],
    ['a half key', [{ Delete: { TableName, Key: { pk: S('a') } } }]],
    ['a check without a condition', [{ ConditionCheck: { TableName, Key: keyOf('a') } } as never]],
    ['an item without its key', [{ Put: { TableName, Item: { pk: S('a') } } }]],
  ])('with %s is refused', async (_, items) => {
    const house = await openChat()
    await expect(write(house, items)).rejects.toMatchObject({ name: 'ValidationException' })
    expect(await bodiesOf(house)).toEqual({})
    expect(house.errors).toEqual([])
  })

  it('about a table that is not there is refused', async () => {
    const house = await openChat()
    const elsewhere = { Delete: { TableName: 'nowhere', Key: keyOf('a') } }
    const refused = write(house, [putOf('a'), elsewhere])
    await expect(refused).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
    expect(await bodiesOf(house)).toEqual({})
  })

  it('that many want at once succeeds for one of them', async () => {
    const house = await openChat()
    const isNew = 'attribute_not_exists(pk)'
    const tries = Array.from({ length: 20 }, (_, number) =>
      write(house, [putOf(`own ${number}`), putOf('wanted', String(number), isNew)]),
    )
    const outcomes = await Promise.allSettled(tries)
    const winners = outcomes.flatMap(({ status }, number) => (status === 'fulfilled' ? [number] : []))
    expect(winners).toHaveLength(1)
    const [winner] = winners
    expect(await bodiesOf(house)).toEqual({ [`own ${winner}`]: 'x', wanted: String(winner) })
  })
})

describe('a request token', () => {
  const count = (): TransactWriteItem => ({
    Update: {
      TableName,
      Key: keyOf('count'),
      UpdateExpression: 'ADD likes :one',
      ExpressionAttributeValues: { ':one': N(1) },
    },
  })
  const countOf = async (house: House) =>
    (await house.client.getItem({ TableName, Key: keyOf('count') })).Item?.likes?.N

  it('lets a transaction happen once in ten minutes, also over a restart', async () => {
    const house = await openChat()
    await Promise.all([write(house, [count()], 'token'), write(house, [count()], 'token')])
    await house.restart()
    await write(house, [count()], 'token')
    house.pass(9 * minute)
    await house.dynamodb.sweepTtl()
    await write(house, [count()], 'token')
    expect(await countOf(house)).toBe('1')
    await write(house, [count()], 'other')
    expect(await countOf(house)).toBe('2')
    house.pass(2 * minute)
    await write(house, [count()], 'token')
    expect(await countOf(house)).toBe('3')
    house.pass(11 * minute)
    await house.dynamodb.sweepTtl()
    await write(house, [count()], 'token')
    expect(await countOf(house)).toBe('4')
  })

  it('does not stand for another transaction', async () => {
    const house = await openChat()
    await write(house, [count()], 'token')
    const refused = write(house, [count(), putOf('more')], 'token')
    await expect(refused).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' })
    await expect(write(house, [count()], 'x'.repeat(37))).rejects.toMatchObject({
      name: 'ValidationException',
    })
  })

  it('of a transaction that was cancelled can be used again', async () => {
    const house = await openChat()
    const needy = putOf('a', 'x', 'attribute_exists(pk)')
    await expect(write(house, [needy], 'token')).rejects.toMatchObject({
      name: 'TransactionCanceledException',
    })
    await write(house, [putOf('a')])
    await write(house, [needy], 'token')
  })
})

describe('reading items together', () => {
  it('gives each in its place, or nothing', async () => {
    const house = await openChat()
    await write(house, [putOf('a', 'one'), putOf('b', 'two')])
    const get = (pk: string) => ({ Get: { TableName, Key: keyOf(pk) } })
    const projected = {
      Get: {
        TableName,
        Key: keyOf('b'),
        ProjectionExpression: '#b',
        ExpressionAttributeNames: { '#b': 'body' },
      },
    }
    const { Responses } = await house.client.transactGetItems({
      TransactItems: [get('a'), get('nowhere'), projected],
    })
    expect(Responses).toEqual([{ Item: { ...keyOf('a'), body: S('one') } }, {}, { Item: { body: S('two') } }])
  })

  it('asks for no item twice', async () => {
    const house = await openChat()
    const get = { Get: { TableName, Key: keyOf('a') } }
    const twice = house.client.transactGetItems({ TransactItems: [get, get] })
    await expect(twice).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Transaction request cannot include multiple operations on one item',
    })
  })

  it('never sees half a transaction', async () => {
    const house = await openChat()
    let isWriting = true
    const writing = (async () => {
      for (let number = 0; number < 100; number += 1) {
        await write(house, [putOf('a', String(number)), putOf('b', String(number))])
      }
      isWriting = false
    })()
    while (isWriting) {
      const { Responses = [] } = await house.client.transactGetItems({
        TransactItems: ['a', 'b'].map((pk) => ({ Get: { TableName, Key: keyOf(pk) } })),
      })
      const [one, other] = Responses.map(({ Item }) => Item?.body?.S)
      expect(one).toBe(other)
    }
    await writing
  })
})
