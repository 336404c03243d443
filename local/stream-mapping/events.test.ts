import { afterEach, describe, expect, it } from 'vitest'
import { closeAll, eventually, keyOf, openHouse, openSource } from './mapping-for-tests.ts'

afterEach(closeAll)

const TableName = 'things'

describe('an event', () => {
  it('has the form of Lambda’s own', async () => {
    const source = await openSource()
    const startedAt = Math.floor(source.clock.now.getTime() / 1000)
    const Key = keyOf('a1')
    const bytes = new Uint8Array([0, 255, 62])
    const first = {
      ...Key,
      bytes: { B: bytes },
      more: { BS: [bytes] },
      deep: { M: { list: { L: [{ B: bytes }, { NULL: true as const }, { N: '1.5' }] } } },
      is: { BOOL: false },
    }
    await source.dynamoDb.putItem({ TableName, Item: first })
    await source.dynamoDb.putItem({ TableName, Item: { ...Key, words: { S: 'x' } } })
    await source.dynamoDb.deleteItem({ TableName, Key })
    const house = await openHouse({ source })
    expect(await eventually(() => house.events.length > 0)).toBe(true)

    const common = {
      eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'us-east-1',
      eventSourceARN: source.streamArn,
    }
    const change = {
      ApproximateCreationDateTime: expect.any(Number),
      Keys: Key,
      SequenceNumber: expect.stringMatching(/^\d{21,40}$/),
      SizeBytes: expect.any(Number),
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    }
    const image = {
      ...Key,
      bytes: { B: 'AP8+' },
      more: { BS: ['AP8+'] },
      deep: { M: { list: { L: [{ B: 'AP8+' }, { NULL: true }, { N: '1.5' }] } } },
      is: { BOOL: false },
    }
    const later = { ...Key, words: { S: 'x' } }
    expect(house.events).toStrictEqual([
      {
        Records: [
          { ...common, eventName: 'INSERT', dynamodb: { ...change, NewImage: image } },
          { ...common, eventName: 'MODIFY', dynamodb: { ...change, NewImage: later, OldImage: image } },
          { ...common, eventName: 'REMOVE', dynamodb: { ...change, OldImage: later } },
        ],
      },
    ])
    const at = house.events[0]?.Records[0]?.dynamodb?.ApproximateCreationDateTime ?? 0
    expect(Math.abs(at - startedAt)).toBeLessThan(60)
  })

  it('names DynamoDB itself, in lower case, where a time to live ended', async () => {
    const source = await openSource()
    const { dynamoDb, clock } = source
    const TimeToLiveSpecification = { AttributeName: 'expiresAt', Enabled: true }
    await dynamoDb.updateTimeToLive({ TableName, TimeToLiveSpecification })
    const expiresAt = Math.floor(clock.now.getTime() / 1000) + 60
    await dynamoDb.putItem({ TableName, Item: { ...keyOf('a1'), expiresAt: { N: String(expiresAt) } } })
    const house = await openHouse({ source })
    expect(await eventually(() => house.names().length === 1)).toBe(true)
    source.passSeconds(120)
    await source.sweepTtl()
    expect(await eventually(() => house.names().length === 2)).toBe(true)
    const [inserted, removed] = house.events.flatMap(({ Records }) => Records)
    expect(inserted).not.toHaveProperty('userIdentity')
    expect(removed).toMatchObject({ eventName: 'REMOVE' })
    expect(removed?.userIdentity).toStrictEqual({ type: 'Service', principalId: 'dynamodb.amazonaws.com' })
  })

  it('is a copy for each attempt', async () => {
    const bodies: unknown[] = []
    const house = await openHouse({
      run: (_, { Records: [record] }) => {
        bodies.push(record?.dynamodb?.NewImage?.body?.S)
        delete record?.dynamodb?.NewImage
        if (bodies.length === 1) throw new Error('Not yet.')
      },
    })
    await house.put('a1')
    expect(await eventually(() => bodies.length === 2)).toBe(true)
    expect(bodies).toEqual(['the words of a1', 'the words of a1'])
  })
})
