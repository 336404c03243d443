import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { S3Event } from 'aws-lambda'
import { afterEach, describe, expect, it } from 'vitest'
import { Bucket, closeStores, eventually, openHouse } from './store-for-tests.ts'

afterEach(closeStores)

const keyOf = ({ Records: [record] }: S3Event) => record?.s3.object.key
const nameOf = ({ Records: [record] }: S3Event) => record?.eventName
const sequencerOf = ({ Records: [record] }: S3Event) => record?.s3.object.sequencer ?? ''

describe('a notification', () => {
  it('has the shape of S3’s own', async () => {
    const house = await openHouse()
    house.setClock(new Date('2030-01-02T03:04:05.678Z'))
    await house.client.putObject({ Bucket, Key: 'a b/ü+(1).png', Body: 'hello' })
    await house.client.deleteObject({ Bucket, Key: 'a b/ü+(1).png' })
    expect(await eventually(() => house.events.length === 2)).toBe(true)
    const common = {
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: 'us-east-1',
      eventTime: '2030-01-02T03:04:05.678Z',
      userIdentity: { principalId: 'AWS:AKIALOCAL' },
      requestParameters: { sourceIPAddress: '127.0.0.1' },
      responseElements: { 'x-amz-request-id': expect.any(String), 'x-amz-id-2': expect.any(String) },
    }
    const bucket = { name: Bucket, ownerIdentity: { principalId: 'LOCAL' }, arn: 'arn:aws:s3:::raw' }
    const s3 = { s3SchemaVersion: '1.0', configurationId: 'notify', bucket }
    const object = { key: 'a+b/%C3%BC%2B%281%29.png', sequencer: expect.stringMatching(/^[0-9A-F]{18}$/) }
    const created = { ...object, size: 5, eTag: '5d41402abc4b2a76b9719d911017c592' }
    expect(house.events).toEqual([
      { Records: [{ ...common, eventName: 'ObjectCreated:Put', s3: { ...s3, object: created } }] },
      { Records: [{ ...common, eventName: 'ObjectRemoved:Delete', s3: { ...s3, object } }] },
    ])
  })

  it('comes in order for each key, one at a time, with growing sequencers', async () => {
    const seen: S3Event[] = []
    let atWork = 0
    let mostAtWork = 0
    const busy = new Set<string | undefined>()
    const notify = async (event: S3Event) => {
      expect(busy.has(keyOf(event))).toBe(false)
      busy.add(keyOf(event))
      atWork += 1
      mostAtWork = Math.max(mostAtWork, atWork)
      await new Promise((resolve) => setTimeout(resolve, 5))
      atWork -= 1
      busy.delete(keyOf(event))
      seen.push(event)
    }
    const house = await openHouse({ bucket: { notify }, notifications: { concurrency: 3 } })
    const keys = ['a', 'b', 'c', 'd', 'e', 'f']
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(keys.map((Key) => house.client.putObject({ Bucket, Key, Body: String(round) })))
    }
    await Promise.all(keys.map((Key) => house.client.deleteObject({ Bucket, Key })))
    expect(await eventually(() => seen.length === 36)).toBe(true)
    expect(mostAtWork).toBe(3)
    for (const key of keys) {
      const own = seen.filter((event) => keyOf(event) === key)
      expect(own.map(sequencerOf)).toEqual(own.map(sequencerOf).sort())
      expect(own.map(nameOf)).toEqual([...Array(5).fill('ObjectCreated:Put'), 'ObjectRemoved:Delete'])
    }
  })

  it('that fails is tried again, before the next of its key and beside those of others', async () => {
    const seen: string[] = []
    let failures = 2
    const notify = async (event: S3Event) => {
      if (keyOf(event) === 'a' && failures > 0) {
        failures -= 1
        throw new Error('Not yet.')
      }
      seen.push(`${keyOf(event)} ${nameOf(event)}`)
    }
    const house = await openHouse({ bucket: { notify } })
    await house.client.putObject({ Bucket, Key: 'a', Body: 'x' })
    await house.client.deleteObject({ Bucket, Key: 'a' })
    await house.client.putObject({ Bucket, Key: 'b', Body: 'x' })
    expect(await eventually(() => seen.length === 3)).toBe(true)
    const ofA = seen.filter((line) => line.startsWith('a'))
    expect(ofA).toEqual(['a ObjectCreated:Put', 'a ObjectRemoved:Delete'])
    expect(house.failures).toMatchObject([
      { key: 'a', attempts: 1 },
      { key: 'a', attempts: 2 },
    ])
    expect(house.failures[0]?.deadLetterFile).toBeUndefined()
  })

  it('that keeps failing ends as a dead letter that can be seen, and the next of its key comes', async () => {
    const seen: S3Event[] = []
    const notify = (event: S3Event) => {
      if (nameOf(event) === 'ObjectCreated:Put') throw new Error('Never.')
      seen.push(event)
      return Promise.resolve()
    }
    const house = await openHouse({ bucket: { notify } })
    await house.client.putObject({ Bucket, Key: 'a', Body: 'x' })
    await house.client.deleteObject({ Bucket, Key: 'a' })
    expect(await eventually(() => seen.length === 1)).toBe(true)
    const file = join(house.dataDir, 'dead-letters.jsonl')
    expect(house.failures.map(({ attempts }) => attempts)).toEqual([1, 2, 3])
    expect(house.failures[2]).toMatchObject({ deadLetterFile: file, eventName: 'ObjectCreated:Put' })
    const letters = (await readFile(file, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(letters).toMatchObject([
      { attempts: 3, error: 'Error: Never.', event: { Records: [{ s3: { object: { key: 'a' } } }] } },
    ])
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    await house.restart()
    expect(seen).toHaveLength(1)
  })

  it('that takes too long has failed', async () => {
    let attempts = 0
    const notify = () => {
      attempts += 1
      return attempts === 1 ? new Promise(() => {}) : Promise.resolve()
    }
    const settings = { timeoutMilliseconds: 20, retryDelaysMilliseconds: [10] }
    const house = await openHouse({ bucket: { notify }, notifications: settings })
    await house.client.putObject({ Bucket, Key: 'a', Body: 'x' })
    expect(await eventually(() => attempts === 2)).toBe(true)
    expect(String(house.failures[0]?.error)).toContain('longer than 20 milliseconds')
  })

  it('that was not delivered before a restart comes after it, in order', async () => {
    const house = await openHouse({
      bucket: { notify: () => Promise.reject(new Error('Down.')) },
      notifications: { retryDelaysMilliseconds: [60_000, 60_000] },
    })
    await house.client.putObject({ Bucket, Key: 'a', Body: 'x' })
    await house.client.deleteObject({ Bucket, Key: 'a' })
    expect(await eventually(() => house.failures.length === 1)).toBe(true)
    const seen: S3Event[] = []
    await house.restart({ bucket: { notify: async (event) => void seen.push(event) } })
    expect(await eventually(() => seen.length === 2)).toBe(true)
    expect(seen.map(nameOf)).toEqual(['ObjectCreated:Put', 'ObjectRemoved:Delete'])
    await house.client.putObject({ Bucket, Key: 'a', Body: 'x' })
    expect(await eventually(() => seen.length === 3)).toBe(true)
    expect(seen.map(sequencerOf)).toEqual(seen.map(sequencerOf).sort())
  })

  it('does not come for what was refused', async () => {
    const house = await openHouse()
    const put = { Bucket, Key: 'a', Body: 'x' }
    await house.client.putObject(put)
    await house.client.putObject({ ...put, IfNoneMatch: '*' }).catch(() => {})
    await house.client.putObject({ ...put, ChecksumCRC32: 'AAAAAA==' }).catch(() => {})
    await house.client.deleteObject({ Bucket, Key: 'never there' })
    await house.client.putObject({ ...put, Bucket: 'other' })
    await house.store.stop()
    expect(house.events.map(nameOf)).toEqual(['ObjectCreated:Put'])
  })

  it('under way is waited for when the store stops', async () => {
    let isDone = false
    const entered = Promise.withResolvers<void>()
    const notify = async () => {
      entered.resolve()
      await new Promise((resolve) => setTimeout(resolve, 50))
      isDone = true
    }
    const house = await openHouse({ bucket: { notify } })
    await house.client.putObject({ Bucket, Key: 'a', Body: 'x' })
    await entered.promise
    await house.store.stop()
    expect(isDone).toBe(true)
  })
})
