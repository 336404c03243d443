import { afterEach, describe, expect, it } from 'vitest'
import { chatTable, closeHouses, keyOf, N, openChat, openHouse, S, TableName } from './dynamodb-for-tests.ts'

afterEach(closeHouses)

describe('a table', () => {
  it('is there at once, as it was asked for', async () => {
    const house = await openHouse()
    const { TableDescription } = await house.client.createTable(chatTable)
    const { Table } = await house.client.describeTable({ TableName })
    expect(Table).toEqual(TableDescription)
    expect(Table).toMatchObject({
      TableName,
      TableStatus: 'ACTIVE',
      TableArn: `arn:aws:dynamodb:us-east-1:000000000000:table/${TableName}`,
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
      KeySchema: chatTable.KeySchema,
      AttributeDefinitions: chatTable.AttributeDefinitions,
      GlobalSecondaryIndexes: [{ IndexName: 'inbox', IndexStatus: 'ACTIVE' }],
      CreationDateTime: house.now(),
    })
    const again = house.client.createTable(chatTable)
    await expect(again).rejects.toMatchObject({ name: 'ResourceInUseException' })
  })

  it.each([
    ['local indexes', { LocalSecondaryIndexes: [{ ...chatTable.GlobalSecondaryIndexes[0] }] }],
    ['protection', { DeletionProtectionEnabled: true }],
    ['keys of its own', { SSESpecification: { Enabled: true } }],
    ['a stream without a type', { StreamSpecification: { StreamEnabled: true } }],
    [
      'a stream of an unknown type',
      { StreamSpecification: { StreamEnabled: true, StreamViewType: 'ALL' as never } },
    ],
    ['too short a name', { TableName: 'ab' }],
    ['no throughput', { BillingMode: 'PROVISIONED' as const }],
  ])('with %s is refused, not made without', async (_, changes) => {
    const house = await openHouse()
    const refused = house.client.createTable({ ...chatTable, ...changes })
    await expect(refused).rejects.toMatchObject({ name: 'ValidationException' })
    expect(await house.client.listTables({})).toMatchObject({ TableNames: [] })
  })

  it('outlives a restart with its items, its stream and its time to live', async () => {
    const house = await openChat()
    await house.client.putItem({ TableName, Item: { ...keyOf('a'), last: S('1') } })
    const TimeToLiveSpecification = { AttributeName: 'expiresAt', Enabled: true }
    await house.client.updateTimeToLive({ TableName, TimeToLiveSpecification })
    const { Table } = await house.client.describeTable({ TableName })
    await house.restart()
    expect((await house.client.describeTable({ TableName })).Table).toEqual(Table)
    expect(await house.client.scan({ TableName, IndexName: 'inbox' })).toMatchObject({ Count: 1 })
    expect((await house.client.describeTimeToLive({ TableName })).TimeToLiveDescription).toMatchObject({
      TimeToLiveStatus: 'ENABLED',
    })
  })

  it('that is deleted is gone with all it held, and one of its name begins empty', async () => {
    const house = await openChat()
    const TimeToLiveSpecification = { AttributeName: 'expiresAt', Enabled: true }
    await house.client.updateTimeToLive({ TableName, TimeToLiveSpecification })
    const expiresAt = N(house.nowSeconds() - 1)
    await house.client.putItem({ TableName, Item: { ...keyOf('a'), last: S('1'), expiresAt } })
    const { TableDescription } = await house.client.deleteTable({ TableName })
    expect(TableDescription).toMatchObject({ TableName, TableStatus: 'DELETING' })
    const gone = { name: 'ResourceNotFoundException' }
    await expect(house.client.describeTable({ TableName })).rejects.toMatchObject(gone)
    await expect(house.client.getItem({ TableName, Key: keyOf('a') })).rejects.toMatchObject(gone)
    await expect(house.client.deleteTable({ TableName })).rejects.toMatchObject(gone)
    expect(await house.dynamodb.sweepTtl()).toBe(0)
    await house.client.createTable(chatTable)
    expect(await house.client.scan({ TableName })).toMatchObject({ Count: 0 })
    expect(await house.client.scan({ TableName, IndexName: 'inbox' })).toMatchObject({ Count: 0 })
    expect(house.errors).toEqual([])
  })

  it('whose name begins as another one does is another one', async () => {
    const house = await openChat()
    await house.client.createTable({ ...chatTable, TableName: `${TableName}-2` })
    await house.client.putItem({ TableName: `${TableName}-2`, Item: keyOf('a') })
    expect(await house.client.scan({ TableName })).toMatchObject({ Count: 0 })
    await house.client.deleteTable({ TableName })
    expect(await house.client.scan({ TableName: `${TableName}-2` })).toMatchObject({ Count: 1 })
  })
})

describe('many tables', () => {
  it('are listed in pages', async () => {
    const house = await openHouse()
    for (const name of ['ccc', 'aaa', 'bbb'])
      await house.client.createTable({ ...chatTable, TableName: name })
    const first = await house.client.listTables({ Limit: 2 })
    expect(first).toMatchObject({ TableNames: ['aaa', 'bbb'], LastEvaluatedTableName: 'bbb' })
    const second = await house.client.listTables({ ExclusiveStartTableName: 'bbb', Limit: 2 })
    expect(second.TableNames).toEqual(['ccc'])
    expect(second.LastEvaluatedTableName).toBeUndefined()
  })
})
