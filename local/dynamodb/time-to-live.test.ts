import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { paginateScan } from '@aws-sdk/client-dynamodb'
import { afterEach, describe, expect, it } from 'vitest'
import { closeHouses, type House, keyOf, N, openChat, recordsOf, S, TableName } from './dynamodb-for-tests.ts'

afterEach(closeHouses)

const hour = 3600
const day = 24 * hour

/** A random text, that no file holds by chance. */
const canary = () => randomBytes(24).toString('base64url')

async function enable(house: House, AttributeName = 'expiresAt', Enabled = true) {
  const TimeToLiveSpecification = { AttributeName, Enabled }
  return house.client.updateTimeToLive({ TableName, TimeToLiveSpecification })
}

async function openWithTtl(table = {}) {
  const house = await openChat(table)
  await enable(house)
  return house
}

const put = (
  house: House,
  pk: string,
  attributes: Record<string, ReturnType<typeof S> | ReturnType<typeof N>>,
) => house.client.putItem({ TableName, Item: { ...keyOf(pk), ...attributes } })

async function pksOf(house: House) {
  const pks: unknown[] = []
  for await (const { Items = [] } of paginateScan({ client: house.client }, { TableName })) {
    pks.push(...Items.map(({ pk }) => pk?.S))
  }
  return pks.sort()
}

/** The files of the house's folder that hold a text. */
async function filesWith(house: House, text: string): Promise<string[]> {
  const names = await readdir(house.dataDir)
  const contents = await Promise.all(names.map((name) => readFile(join(house.dataDir, name))))
  return names.filter((_, place) => contents[place]?.includes(text))
}

/** Fills the log that LevelDB writes first, so that it moves all into files of its levels. */
async function fillLog(house: House) {
  const body = S(randomBytes(200_000).toString('base64'))
  for (let number = 0; number < 25; number += 1) await put(house, `filler ${number}`, { body })
}

describe('time to live', () => {
  it('is told of, and can be ended', async () => {
    const house = await openChat()
    const status = async () => (await house.client.describeTimeToLive({ TableName })).TimeToLiveDescription
    expect(await status()).toEqual({ TimeToLiveStatus: 'DISABLED' })
    await enable(house)
    expect(await status()).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' })
    await expect(enable(house)).rejects.toMatchObject({ name: 'ValidationException' })
    await put(house, 'over', { expiresAt: N(house.nowSeconds() - 10) })
    await enable(house, 'expiresAt', false)
    expect(await house.dynamodb.sweepTtl()).toBe(0)
    expect(await pksOf(house)).toEqual(['over'])
    await expect(enable(house, 'expiresAt', false)).rejects.toMatchObject({ name: 'ValidationException' })
  })

  it('removes what is over and nothing else', async () => {
    const house = await openWithTtl()
    const now = house.nowSeconds()
    await put(house, 'over', { expiresAt: N(now - 1) })
    await put(house, 'over for long', { expiresAt: N(now - 5 * 365 * day + hour) })
    await put(house, 'over for too long', { expiresAt: N(now - 5 * 365 * day - hour) })
    await put(house, 'in time', { expiresAt: N(now + hour) })
    await put(house, 'text', { expiresAt: S(String(now - 1)) })
    await put(house, 'without', {})
    await put(house, 'strange', { expiresAt: { N: '1e120' } as never })
    await put(house, 'negative', { expiresAt: N(-1) })
    expect(await house.dynamodb.sweepTtl()).toBe(2)
    const left = ['in time', 'negative', 'over for too long', 'strange', 'text', 'without']
    expect(await pksOf(house)).toEqual(left)
    house.pass(2 * hour)
    expect(await house.dynamodb.sweepTtl()).toBe(1)
    expect(await house.dynamodb.sweepTtl()).toBe(0)
  })

  it('goes by what an item says now', async () => {
    const house = await openWithTtl()
    const over = N(house.nowSeconds() - 1)
    await put(house, 'prolonged', { expiresAt: over })
    await put(house, 'prolonged', { expiresAt: N(house.nowSeconds() + hour) })
    await put(house, 'for ever', { expiresAt: over })
    await put(house, 'for ever', {})
    await put(house, 'gone', { expiresAt: over })
    await house.client.deleteItem({ TableName, Key: keyOf('gone') })
    expect(await house.dynamodb.sweepTtl()).toBe(0)
    expect(await pksOf(house)).toEqual(['for ever', 'prolonged'])
  })

  it('holds for items from before it was enabled', async () => {
    const house = await openChat()
    const puts = Array.from({ length: 1_200 }, (_, number) =>
      put(house, `item ${number}`, { expiresAt: N(house.nowSeconds() - (number % 2 ? 10 : -hour)) }),
    )
    await Promise.all(puts)
    await enable(house)
    expect(await house.dynamodb.sweepTtl()).toBe(600)
    expect(await pksOf(house)).toHaveLength(600)
  })

  it('tells the stream that it was no person', async () => {
    const house = await openWithTtl()
    await put(house, 'over', { expiresAt: N(house.nowSeconds() - 1), last: S('1') })
    await house.dynamodb.sweepTtl()
    const [insert, remove] = await recordsOf(house)
    expect(insert).not.toHaveProperty('userIdentity')
    expect(remove).toMatchObject({
      eventName: 'REMOVE',
      userIdentity: { Type: 'Service', PrincipalId: 'dynamodb.amazonaws.com' },
      dynamodb: { Keys: keyOf('over'), OldImage: { last: S('1') } },
    })
  })

  it('lets other work go on while it removes many', async () => {
    const house = await openWithTtl()
    const puts = Array.from({ length: 2_000 }, (_, number) =>
      put(house, `item ${number}`, { expiresAt: N(house.nowSeconds() - 1) }),
    )
    await Promise.all(puts)
    const order: string[] = []
    const sweep = house.dynamodb.sweepTtl().then(() => order.push('swept'))
    await put(house, 'meanwhile', {}).then(() => order.push('put'))
    await sweep
    expect(order).toEqual(['put', 'swept'])
  })
})

describe('what was deleted', () => {
  it.each([
    ['from the log', async () => {}],
    ['from files', fillLog],
  ])('is gone %s as well, with its row in the index', async (_, settle) => {
    const StreamSpecification = { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' } as const
    const house = await openWithTtl({ StreamSpecification })
    const [secret, pk] = [canary(), canary()]
    const keyInRows = Buffer.from(pk).toString('hex')
    await put(house, pk, { body: S(secret), last: S('1'), expiresAt: N(house.nowSeconds() - 1) })
    await settle(house)
    expect(await filesWith(house, secret)).not.toEqual([])
    expect(await filesWith(house, keyInRows)).not.toEqual([])
    expect(await house.dynamodb.sweepTtl()).toBe(1)
    expect(await filesWith(house, secret)).not.toEqual([])
    await house.dynamodb.compact()
    expect(await filesWith(house, secret)).toEqual([])
    house.pass(day + 1)
    await house.dynamodb.sweepTtl()
    await house.dynamodb.compact()
    expect(await filesWith(house, pk)).toEqual([])
    // LevelDB's list of its files names the first and the last key of each, and is written anew at a start.
    await house.restart()
    expect(await filesWith(house, keyInRows)).toEqual([])
  })

  it('is gone with its stream record after a day', async () => {
    const house = await openWithTtl()
    const secret = canary()
    await put(house, 'over', { body: S(secret), expiresAt: N(house.nowSeconds() - 1) })
    await house.dynamodb.sweepTtl()
    await house.dynamodb.compact()
    expect(await filesWith(house, secret)).not.toEqual([])
    house.pass(day + 1)
    await house.dynamodb.sweepTtl()
    await house.dynamodb.compact()
    expect(await filesWith(house, secret)).toEqual([])
  })

  it('is gone after a restart too, and so is what was overwritten', async () => {
    const StreamSpecification = { StreamEnabled: false }
    const house = await openWithTtl({ StreamSpecification })
    const [deleted, overwritten] = [canary(), canary()]
    await put(house, 'a', { body: S(deleted) })
    await put(house, 'b', { body: S(overwritten), last: S('1') })
    await house.client.deleteItem({ TableName, Key: keyOf('a') })
    await put(house, 'b', { body: S('new'), last: S('2') })
    await fillLog(house)
    await house.restart()
    expect(await filesWith(house, deleted)).not.toEqual([])
    await house.dynamodb.compact()
    expect(await filesWith(house, deleted)).toEqual([])
    expect(await filesWith(house, overwritten)).toEqual([])
    expect(await pksOf(house)).toHaveLength(26)
  })

  it('is gone although somebody read it meanwhile', async () => {
    const house = await openWithTtl({ StreamSpecification: { StreamEnabled: false } })
    const secret = canary()
    await put(house, 'a', { body: S(secret) })
    await fillLog(house)
    await house.client.deleteItem({ TableName, Key: keyOf('a') })
    let isReading = true
    const reading = Promise.all(
      Array.from({ length: 4 }, async () => {
        while (isReading) await house.client.scan({ TableName })
      }),
    )
    await house.dynamodb.compact()
    isReading = false
    await reading
    expect(await filesWith(house, secret)).toEqual([])
  })
})
