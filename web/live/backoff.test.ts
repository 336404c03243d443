import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MANY_FAILURES, waitBefore } from './backoff.ts'

const random = fc.double({ min: 0, max: 1, noNaN: true })

test('a wait is never shorter than a second nor longer than a minute', () => {
  fc.assert(
    fc.property(fc.nat(10_000), random, (failures, chance) => {
      const wait = waitBefore(failures, chance)
      expect(wait).toBeGreaterThanOrEqual(1_000)
      expect(wait).toBeLessThanOrEqual(60_000)
    }),
  )
})

test('each failure makes the wait longer, whatever chance says, until it is about a minute', () => {
  expect(waitBefore(1, 0)).toBeGreaterThan(waitBefore(0, 1))
  expect(waitBefore(2, 0)).toBeGreaterThan(waitBefore(1, 1))
  expect(waitBefore(3, 0)).toBeGreaterThan(waitBefore(2, 1))
  expect(waitBefore(MANY_FAILURES, 1)).toBe(60_000)
})

test('readers who lost their line together come back spread over half of the wait', () => {
  fc.assert(
    fc.property(fc.nat(20), random, (failures, chance) => {
      const shortest = waitBefore(failures, 0)
      expect(waitBefore(failures, 1)).toBe(2 * shortest)
      expect(waitBefore(failures, chance)).toBeCloseTo(shortest * (1 + chance))
    }),
  )
})
