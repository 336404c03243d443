import fc from 'fast-check'
import { expect, test } from 'vitest'
import { halfLife, shareSoFar } from './post-life.ts'

test('half of what came came by the half-life', () => {
  expect(halfLife([])).toBeUndefined()
  expect(halfLife([0, 0])).toBeUndefined()
  expect(halfLife([4, 0, 0, 0])).toBe(0.125)
  expect(halfLife([0, 1, 1, 0])).toBe(0.5)
  expect(halfLife([1, 0, 0, 3])).toBeCloseTo(0.75 + 0.25 / 3)
})

test('what has come so far never shrinks, ends at all of it, and passes the half at the half-life', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000), { minLength: 1, maxLength: 60 }), (parts) => {
      const shares = shareSoFar(parts)
      const half = halfLife(parts)
      expect(shares).toEqual(shares.toSorted((one, other) => one - other))
      if (half === undefined) {
        expect(shares.every((share) => share === 0)).toBe(true)
        return
      }
      expect(shares.at(-1)).toBe(1)
      expect(half).toBeGreaterThan(0)
      expect(half).toBeLessThanOrEqual(1)
      const index = Math.ceil(half * parts.length - 1e-9) - 1
      expect(shares[index]).toBeGreaterThanOrEqual(0.5)
      expect(shares[index - 1] ?? 0).toBeLessThanOrEqual(0.5)
    }),
  )
})
