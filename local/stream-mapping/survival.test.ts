import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { ExpiredIteratorException, LimitExceededException } from '@aws-sdk/client-dynamodb-streams'
import { afterEach, describe, expect, it } from 'vitest'
import { readDurable } from '../durable-file.ts'
import {
  closeAll,
  eventually,
  type Fault,
  nameOf,
  openHouse,
  openSource,
  type Source,
} from './mapping-for-tests.ts'

afterEach(closeAll)

const script = join(import.meta.dirname, 'mapping-process-for-tests.ts')
const about = { $metadata: {}, message: 'As told by the test.' }

/** A mapping in a process of its own, and the sequence numbers of each batch that it delivered. */
async function spawnMapping({ url, streamArn, dataDir }: Source) {
  const child = fork(script, [url, streamArn, dataDir], {
    execArgv: [],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const batches: string[][] = []
  createInterface(child.stdout as Readable).on('line', (line) => batches.push(line.split(' ')))
  const isOver = once(child, 'close')
  const kill = async () => {
    child.kill('SIGKILL')
    await isOver
  }
  return { batches, kill, [Symbol.asyncDispose]: kill }
}

/** The last record that the disk says is done with; 0 for none. */
async function doneUpTo({ dataDir }: Source): Promise<bigint> {
  const saved = (await readDurable(join(dataDir, 'checkpoint.json'))) as
    | { sequenceNumber: string }
    | undefined
  return BigInt(saved?.sequenceNumber ?? 0)
}

describe('kill -9', () => {
  it('at any moment loses no record, and repeats none that was noted as done', async () => {
    const source = await openSource()
    const delivered: string[] = []
    let written = 0
    let done = 0n
    for (const patience of [1, 3, 8, 15]) {
      for (let at = 0; at < 20; at += 1) await source.put(`${'aebf'[at % 4]}${written + at}`)
      written += 20
      await using mapping = await spawnMapping(source)
      expect(await eventually(() => mapping.batches.length >= patience)).toBe(true)
      await mapping.kill()
      const numbers = mapping.batches.flat()
      expect(numbers.filter((number) => BigInt(number) <= done)).toEqual([])
      delivered.push(...numbers)
      done = await doneUpTo(source)
    }
    expect(done).toBeGreaterThan(0n)
    const house = await openHouse({ source })
    const isComplete = () => new Set([...delivered, ...sequenceNumbers(house.events)]).size === written
    expect(await eventually(isComplete)).toBe(true)
    expect(sequenceNumbers(house.events).filter((number) => BigInt(number) <= done)).toEqual([])
  })
})

const sequenceNumbers = (events: Awaited<ReturnType<typeof openHouse>>['events']) =>
  events.flatMap(({ Records }) => Records.map((record) => String(record.dynamodb?.SequenceNumber)))

describe('the checkpoint', () => {
  it('lets a later start go on where the last one ended', async () => {
    const house = await openHouse()
    await house.put('a1', 'b1')
    expect(await eventually(() => house.names().length === 2)).toBe(true)
    await house.stop()
    await house.put('a2')
    const later = await openHouse({ source: house.source })
    expect(await eventually(() => later.names().length > 0)).toBe(true)
    expect(later.names()).toEqual(['a2'])
  })

  it('does not pass a batch that is under way, even when later ones of other keys are done', async () => {
    const done: string[] = []
    const house = await openHouse({
      settings: { parallelizationFactor: 10, batchSize: 1, timeoutMilliseconds: 60_000 },
      run: (names) => (names.includes('a1') ? new Promise(() => {}) : void done.push(...names)),
    })
    await house.put('b1', 'a1', 'b2', 'b3')
    expect(await eventually(() => done.length === 3)).toBe(true)
    await house.stop()
    const later = await openHouse({ source: house.source })
    expect(await eventually(() => later.names().length === 3)).toBe(true)
    expect(later.names()).toEqual(['a1', 'b2', 'b3'])
  })

  it('of another stream means nothing', async () => {
    const house = await openHouse()
    await house.put('a1')
    expect(await eventually(() => house.names().length === 1)).toBe(true)
    await house.stop()
    const { dataDir } = house.source
    const other = await openSource()
    await other.put('b1')
    const later = await openHouse({ source: { ...other, dataDir } })
    expect(await eventually(() => later.names().length === 1)).toBe(true)
    expect(later.names()).toEqual(['b1'])
  })

  it('that is older than the stream gives way to the trim horizon, and that is told once', async () => {
    const house = await openHouse()
    await house.put('a1')
    expect(await eventually(() => house.names().length === 1)).toBe(true)
    await house.stop()
    await house.put('a2')
    house.source.passSeconds(25 * 60 * 60)
    await house.source.sweepTtl()
    await house.put('a3')
    const later = await openHouse({ source: house.source })
    expect(await eventually(() => later.names().length === 1)).toBe(true)
    await later.put('a4')
    expect(await eventually(() => later.names().length === 2)).toBe(true)
    expect(later.names()).toEqual(['a3', 'a4'])
    expect(later.errors.map(String)).toEqual([expect.stringContaining('deliver-thing was away so long')])
  })

  it('that was edited by hand is refused with a sentence that helps', async () => {
    const house = await openHouse()
    await house.put('a1')
    expect(await eventually(() => house.names().length === 1)).toBe(true)
    await house.stop()
    const path = join(house.source.dataDir, 'checkpoint.json')
    await writeFile(path, (await readFile(path, 'utf8')).replace('sequenceNumber', 'sequence'))
    await expect(openHouse({ source: house.source })).rejects.toThrow(/checkpoint.json is damaged/)
  })
})

describe('a stream that can’t be read', () => {
  it('because an iterator ran out is read on from the same place', async () => {
    const faults: Fault[] = []
    const house = await openHouse({ faults })
    await house.put('a1')
    expect(await eventually(() => house.names().length === 1)).toBe(true)
    faults.push({ command: 'GetRecordsCommand', error: new ExpiredIteratorException(about) })
    const before = house.calls.length
    await house.put('a2')
    expect(await eventually(() => house.names().length === 2)).toBe(true)
    expect(house.names()).toEqual(['a1', 'a2'])
    expect(house.calls.slice(before, before + 3)).toEqual([
      'GetRecordsCommand',
      'GetShardIteratorCommand',
      'GetRecordsCommand',
    ])
    expect(house.errors).toEqual([])
  })

  it('because it was asked too often is asked again later, and that is told once', async () => {
    const source = await openSource()
    await source.put('a1')
    const fault = { command: 'GetRecordsCommand', error: new LimitExceededException(about) }
    const house = await openHouse({ source, faults: [fault, fault, fault, fault] })
    expect(await eventually(() => house.names().length === 1)).toBe(true)
    expect(house.errors).toMatchObject([{ name: 'LimitExceededException' }])
  })

  it('because DynamoDB is away is read on when it is back', async () => {
    const house = await openHouse()
    await house.put('a1')
    expect(await eventually(() => house.names().length === 1)).toBe(true)
    await house.source.stop()
    house.poke()
    expect(await eventually(() => house.errors.length === 1)).toBe(true)
    await wait(100)
    await house.source.startAgain()
    await house.put('a2')
    expect(await eventually(() => house.names().length === 2)).toBe(true)
    expect(house.names()).toEqual(['a1', 'a2'])
    expect(house.errors).toHaveLength(1)
  })
})

describe('stopping', () => {
  it('waits for what is under way, and nothing runs after it', async () => {
    const source = await openSource()
    await source.put('a1', 'a2')
    let isDone = false
    const run = async () => {
      await wait(50)
      isDone = true
    }
    const house = await openHouse({ source, run, settings: { batchSize: 1 } })
    expect(await eventually(() => house.events.length === 1)).toBe(true)
    await Promise.all([house.stop(), house.stop()])
    expect(isDone).toBe(true)
    await source.put('a3')
    house.poke()
    const calls = house.calls.length
    await wait(100)
    expect(house.names()).toEqual(['a1'])
    expect(house.calls.length).toBe(calls)
    const later = await openHouse({ source })
    expect(await eventually(() => later.names().length === 2)).toBe(true)
    expect(later.names()).toEqual(['a2', 'a3'])
  })

  it('does not wait for the next attempt of what failed', { timeout: 4_000 }, async () => {
    const settings = { firstRetryMilliseconds: 60_000, longestRetryMilliseconds: 60_000 }
    const run = () => Promise.reject(new Error('Down.'))
    const house = await openHouse({ settings, run })
    await house.put('a1')
    expect(await eventually(() => house.errors.length === 1)).toBe(true)
    await house.stop()
    expect(house.letters).toEqual([])
    const later = await openHouse({ source: house.source })
    expect(await eventually(() => later.names().length === 1)).toBe(true)
  })

  it('gives up on a function that does not end, and heeds it no more', async () => {
    const late = Promise.withResolvers<void>()
    const house = await openHouse({ run: () => late.promise })
    await house.put('a1')
    expect(await eventually(() => house.events.length === 1)).toBe(true)
    await house.stop()
    late.resolve()
    await wait(50)
    const later = await openHouse({ source: house.source })
    expect(await eventually(() => later.events.length === 1)).toBe(true)
    expect(later.events[0]?.Records.map(nameOf)).toEqual(['a1'])
  })
})
