import { afterEach, describe, expect, it } from 'vitest'
import { closeHouses, keyOf, N, openChat, recordsOf, S, TableName } from './dynamodb-for-tests.ts'

afterEach(closeHouses)

describe('an item', () => {
  it('is put, read, updated and deleted, and the stream tells of each', async () => {
    const house = await openChat()
    const { client } = house
    await client.putItem({ TableName, Item: { ...keyOf('c1'), body: S('hello'), last: S('1') } })
    expect((await client.getItem({ TableName, Key: keyOf('c1') })).Item).toEqual({
      ...keyOf('c1'),
      body: S('hello'),
      last: S('1'),
    })
    const updated = await client.updateItem({
      TableName,
      Key: keyOf('c1'),
      UpdateExpression: 'SET body = :body, likes = if_not_exists(likes, :zero) + :one',
      ExpressionAttributeValues: { ':body': S('bye'), ':zero': N(0), ':one': N(1) },
      ReturnValues: 'ALL_NEW',
    })
    expect(updated.Attributes).toMatchObject({ body: S('bye'), likes: N(1) })
    const deleted = await client.deleteItem({ TableName, Key: keyOf('c1'), ReturnValues: 'ALL_OLD' })
    expect(deleted.Attributes).toMatchObject({ body: S('bye') })
    expect((await client.getItem({ TableName, Key: keyOf('c1') })).Item).toBeUndefined()

    const records = await recordsOf(house)
    expect(records.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE'])
    expect(records[1]?.dynamodb).toMatchObject({
      Keys: keyOf('c1'),
      OldImage: { body: S('hello') },
      NewImage: { body: S('bye') },
    })
    expect(house.told.ofRecords).toBe(3)
    expect(house.errors).toEqual([])
  })
})
