import { expect, test } from 'vitest'
import { keptFor } from './kept-for.ts'

const at = (milliseconds: number) => new Date(milliseconds)

test('one read serves all who ask at once and soon after, and then it is read anew', async () => {
  let reads = 0
  const count = keptFor(1_000, async () => {
    reads += 1
    return reads
  })
  expect(await Promise.all([count(at(0)), count(at(0)), count(at(999))])).toEqual([1, 1, 1])
  expect(await count(at(1_000))).toBe(2)
  expect(await count(at(1_500))).toBe(2)
})

test('a clock that was set back does not keep an answer for longer', async () => {
  let reads = 0
  const count = keptFor(1_000, async () => {
    reads += 1
    return reads
  })
  await count(at(10_000))
  expect(await count(at(0))).toBe(2)
})

test('a failure is told to those who wait, and to nobody after them', async () => {
  let isBroken = true
  const read = keptFor(1_000, async () => {
    if (isBroken) throw new Error('broken')
    return 'fine'
  })
  const waiting = [read(at(0)), read(at(1))]
  for (const one of waiting) await expect(one).rejects.toThrow('broken')
  isBroken = false
  expect(await read(at(2))).toBe('fine')
})
