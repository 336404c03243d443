import { mkdir, mkdtemp, readFile, rm, rmdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type DeadLetter, openDeadLetters } from './dead-letters.ts'
import { closeAll, eventually, onClose, openHouse, openSource, type Source } from './mapping-for-tests.ts'

afterEach(closeAll)

const failing = {
  settings: { maximumRetryAttempts: 1 },
  run: (names: string[]) => {
    if (names.some((name) => name.startsWith('x'))) throw new Error('Down.')
  },
}

/** A house in which these things could not be delivered. */
async function openWithDead(source: Source, ...names: string[]) {
  const house = await openHouse({ source, ...failing, settings: { ...failing.settings, batchSize: 1 } })
  await source.put(...names)
  expect(await eventually(() => house.letters.length === names.length)).toBe(true)
  return house
}

describe('a dead letter', () => {
  it('has what Lambda sends to a destination, and nothing of what the records say', async () => {
    const source = await openSource()
    await source.put('x1', 'x2', 'x3')
    const house = await openHouse({ source, ...failing })
    expect(await eventually(() => house.letters.length === 1)).toBe(true)
    const [first, , last] = house.events[0]?.Records ?? []
    const inSeconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
    const letter = {
      requestContext: {
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        functionArn: expect.stringMatching(/^arn:aws:lambda:us-east-1:\d{12}:function:deliver-thing$/),
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: 2,
      },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      version: '1.0',
      timestamp: source.clock.now.toISOString(),
      DDBStreamBatchInfo: {
        shardId: expect.stringMatching(/^shardId-\d{20}-[0-9a-f]{8}$/),
        startSequenceNumber: first?.dynamodb?.SequenceNumber,
        endSequenceNumber: last?.dynamodb?.SequenceNumber,
        approximateArrivalOfFirstRecord: expect.stringMatching(inSeconds),
        approximateArrivalOfLastRecord: expect.stringMatching(inSeconds),
        batchSize: 3,
        streamArn: source.streamArn,
      },
    }
    expect(house.letters).toStrictEqual([letter])
    expect(house.deadLetters()).toStrictEqual([letter])
    const onDisk = await readFile(join(source.dataDir, 'dead-letters.json'), 'utf8')
    expect(onDisk).toContain(first?.dynamodb?.SequenceNumber)
    expect(onDisk).not.toContain('the words of')
    expect(onDisk).not.toContain('Down.')
  })

  it('is kept over a restart, in files that are open to nobody else', async () => {
    const source = await openSource()
    const house = await openWithDead(source, 'x1', 'x2')
    await house.stop()
    for (const name of ['dead-letters.json', 'checkpoint.json']) {
      expect((await stat(join(source.dataDir, name))).mode & 0o777).toBe(0o600)
    }
    expect((await stat(source.dataDir)).mode & 0o777).toBe(0o700)
    const later = await openHouse({ source, ...failing })
    expect(later.deadLetters()).toEqual(house.letters)
    await later.put('a1')
    expect(await eventually(() => later.names().includes('a1'))).toBe(true)
    expect(later.names()).toEqual(['a1'])
  })

  it('goes after 14 days, from the disk as well', async () => {
    const source = await openSource()
    const house = await openWithDead(source, 'x1')
    source.passSeconds(13 * 24 * 60 * 60)
    await source.put('x2')
    expect(await eventually(() => house.letters.length === 2)).toBe(true)
    expect(house.deadLetters()).toEqual(house.letters)
    source.passSeconds(24 * 60 * 60)
    expect(house.deadLetters()).toEqual(house.letters.slice(1))
    const [old, young] = house.letters.map(({ DDBStreamBatchInfo: info }) => info.startSequenceNumber)
    const onDisk = () => readFile(join(source.dataDir, 'dead-letters.json'), 'utf8')
    expect(await onDisk()).toContain(old)
    house.poke()
    expect(await eventually(async () => !(await onDisk()).includes(String(old)))).toBe(true)
    expect(await onDisk()).toContain(young)
  })

  it('makes room for newer ones when there are a thousand', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mayfly-letters-'))
    onClose(() => rm(folder, { recursive: true, force: true }))
    const path = join(folder, 'dead-letters.json')
    const now = () => new Date('2030-01-02T03:04:05Z')
    const letters = await openDeadLetters(path, now)
    const letter = (version: number) => ({ version, timestamp: now().toISOString() }) as unknown as DeadLetter
    await Promise.all(Array.from({ length: 1_010 }, (_, at) => letters.add(letter(at))))
    const kept = Array.from({ length: 1_000 }, (_, at) => letter(at + 10))
    expect(letters.list()).toEqual(kept)
    expect((await openDeadLetters(path, now)).list()).toEqual(kept)
  })

  it('that can’t be written is not lost: its record waits', async () => {
    const source = await openSource()
    const house = await openHouse({ source, ...failing, settings: { maximumRetryAttempts: 0, batchSize: 1 } })
    const inTheWay = join(source.dataDir, 'dead-letters.json.new')
    await mkdir(inTheWay)
    await source.put('x1', 'a1')
    expect(await eventually(() => house.names().length > 2)).toBe(true)
    expect(new Set(house.names())).toEqual(new Set(['x1']))
    expect(house.deadLetters()).toEqual([])
    expect(house.errors.map(String).join()).toContain('EISDIR')
    await rmdir(inTheWay)
    expect(await eventually(() => house.names().includes('a1'))).toBe(true)
    expect(house.deadLetters()).toHaveLength(1)
    expect(house.letters).toHaveLength(1)
  })
})
