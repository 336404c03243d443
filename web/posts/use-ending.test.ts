import { expect, test } from 'vitest'
import { endingOf } from './use-ending.ts'

test('a post that nobody reads burns at its end, and not a moment before', () => {
  expect(endingOf(1, false)).toBe('none')
  expect(endingOf(0, false)).toBe('burning')
})

test('a post that somebody reads stays for twenty seconds at most', () => {
  expect(endingOf(0, true)).toBe('lingering')
  expect(endingOf(-19_000, true)).toBe('lingering')
  expect(endingOf(-20_000, true)).toBe('burning')
})
