import fc from 'fast-check'
import { expect, it } from 'vitest'
import { strengthOf } from './strength.ts'

it.each([
  ['', 0],
  ['aaaaaaaaaaaa1', 1],
  ['abcdefghij123', 1],
  ['mayfly2026', 2],
  ['correct horse 1', 3],
  ['correct horse, battery 1', 4],
] as const)('takes %j for %i', (password, strength) => {
  expect(strengthOf(password)).toBe(strength)
})

it('never falls when something new is typed at the end', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (start, end) => {
      expect(strengthOf(start + end)).toBeGreaterThanOrEqual(strengthOf(start))
    }),
  )
})
