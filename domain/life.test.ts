import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lifeLeft, stageOf } from './life.ts'

const HOUR = 3_600_000

test('life runs from 1 to 0 and never rises', () => {
  fc.assert(
    fc.property(
      fc.nat(1e9),
      fc.integer({ min: 1, max: 1e9 }),
      fc.nat(2e9),
      fc.nat(1e6),
      (start, span, age, more) => {
        const life = lifeLeft(start, start + span, start + age)
        expect(life).toBeGreaterThanOrEqual(0)
        expect(life).toBeLessThanOrEqual(1)
        expect(lifeLeft(start, start + span, start + age + more)).toBeLessThanOrEqual(life)
        expect(life === 0).toBe(age >= span)
      },
    ),
  )
})

test('a post is fresh, wanes, glows and is ash', () => {
  expect(stageOf(0.9, 20 * HOUR)).toBe('fresh')
  expect(stageOf(0.4, 9 * HOUR)).toBe('waning')
  expect(stageOf(0.1, 2 * HOUR)).toBe('ember')
  expect(stageOf(0.2, 10 * 60_000)).toBe('ember')
  expect(stageOf(0, 0)).toBe('ash')
})
