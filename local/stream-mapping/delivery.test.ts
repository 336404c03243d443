import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { closeAll, eventually, openHouse, openSource } from './mapping-for-tests.ts'

afterEach(closeAll)

const numbered = (key: string, count: number) => Array.from({ length: count }, (_, at) => `${key}${at + 1}`)

describe('a record', () => {
  it('arrives at once after a poke, long before the next look at the stream', async () => {
    const house = await openHouse({ pollMilliseconds: 600_000 })
    await house.put('a1')
    expect(await eventually(() => house.names().length === 1)).toBe(true)
    await house.put('a2')
    expect(await eventually(() => house.names().length === 2)).toBe(true)
  })

  it('arrives without a poke as well', async () => {
    const house = await openHouse({ pollMilliseconds: 20 })
    house.source.listeners.clear()
    await house.put('a1')
    expect(await eventually(() => house.names().length === 1)).toBe(true)
  })

  it('wakes nobody when it matches no filter, and does not come back', async () => {
    const filters = [{ dynamodb: { Keys: { pk: { S: ['a'] } } } }]
    const house = await openHouse({ settings: { filters } })
    await house.put('a1', 'b1', 'b2', 'a2', 'b3')
    expect(await eventually(() => house.names().length === 2)).toBe(true)
    await house.put('b4')
    await house.stop()
    expect(house.names()).toEqual(['a1', 'a2'])
    const later = await openHouse({ source: house.source })
    await later.put('a3')
    expect(await eventually(() => later.names().includes('a3'))).toBe(true)
    // The last one may have come in while the mapping was being stopped.
    expect(later.names().filter((name) => name !== 'b4')).toEqual(['a3'])
  })

  it('comes in a batch of the size that was set, and no batch is empty', async () => {
    const source = await openSource()
    await source.put(...numbered('a', 7))
    const house = await openHouse({ source, settings: { batchSize: 3 } })
    expect(await eventually(() => house.names().length === 7)).toBe(true)
    house.poke()
    await wait(50)
    expect(house.batches()).toEqual([['a1', 'a2', 'a3'], ['a4', 'a5', 'a6'], ['a7']])
  })

  it('is one of many: 2,500 come in order, each once', async () => {
    const source = await openSource()
    const names = numbered('a', 2_500)
    for (let at = 0; at < names.length; at += 50) {
      await Promise.all(names.slice(at, at + 50).map((name) => source.put(name)))
    }
    const house = await openHouse({ source, run: () => wait(5) })
    expect(await eventually(() => house.names().length >= names.length)).toBe(true)
    const numbers = house.events.flatMap(({ Records }) =>
      Records.map((record) => record.dynamodb?.SequenceNumber),
    )
    expect(numbers).toEqual([...numbers].sort())
    expect(house.names().sort()).toEqual(names.sort())
    expect(house.errors).toEqual([])
  })
})

describe('an idle mapping', () => {
  it('looks at the stream no more often than it was told', async () => {
    const house = await openHouse()
    await house.put('a1')
    expect(await eventually(() => house.names().length === 1)).toBe(true)
    await wait(50)
    const before = house.calls.length
    await wait(200)
    expect(house.calls.length).toBe(before)
  })
})

describe('order', () => {
  it('is kept for each partition key, while those of other keys go on beside it', async () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f']
    const busy = new Set<string>()
    const done: string[] = []
    let atWork = 0
    let mostAtWork = 0
    const clashes: string[] = []
    const house = await openHouse({
      settings: { parallelizationFactor: 3, batchSize: 2 },
      run: async (names) => {
        const own = new Set(names.map((name) => name.slice(0, 1)))
        clashes.push(...[...own].filter((key) => busy.has(key)))
        for (const key of own) busy.add(key)
        atWork += 1
        mostAtWork = Math.max(mostAtWork, atWork)
        await wait(5)
        atWork -= 1
        for (const key of own) busy.delete(key)
        done.push(...names)
      },
    })
    for (let round = 1; round <= 6; round += 1) await house.put(...keys.map((key) => `${key}${round}`))
    expect(await eventually(() => done.length === 36)).toBe(true)
    expect(clashes).toEqual([])
    expect(mostAtWork).toBeGreaterThan(1)
    expect(mostAtWork).toBeLessThanOrEqual(3)
    for (const key of keys) {
      expect(done.filter((name) => name.startsWith(key))).toEqual(numbered(key, 6))
    }
  })

  it('lets a key that fails hold up its own records alone', async () => {
    let isDown = true
    const done: string[] = []
    const house = await openHouse({
      settings: { parallelizationFactor: 10, batchSize: 1 },
      run: (names) => {
        if (isDown && names.includes('a1')) throw new Error('Down.')
        done.push(...names)
      },
    })
    await house.put('a1', 'b1', 'a2', 'b2')
    expect(await eventually(() => done.length === 2 && house.errors.length > 2)).toBe(true)
    expect(done).toEqual(['b1', 'b2'])
    isDown = false
    expect(await eventually(() => done.length === 4)).toBe(true)
    expect(done).toEqual(['b1', 'b2', 'a1', 'a2'])
  })

  it('is that of the whole stream when there is one batch at a time', async () => {
    let failures = 0
    const done: string[] = []
    const house = await openHouse({
      settings: { batchSize: 1 },
      run: (names) => {
        if (names.includes('a1') && failures < 3) {
          failures += 1
          throw new Error('Not yet.')
        }
        done.push(...names)
      },
    })
    await house.put('a1', 'b1', 'a2', 'c1')
    expect(await eventually(() => done.length === 4)).toBe(true)
    expect(done).toEqual(['a1', 'b1', 'a2', 'c1'])
  })
})
