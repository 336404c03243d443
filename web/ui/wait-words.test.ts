import { Refusal } from '@mayfly/contract/refusal'
import { expect, it } from 'vitest'
import { waitIn, waitWords } from './wait-words.ts'

it('knows how long to wait from the refusal that says so, and from nothing else', () => {
  expect(waitIn(new Refusal('too-many', 'Please wait.', {}, 12))).toBe(12)
  expect(waitIn(new Refusal('too-many', 'Please wait a while.'))).toBe(0)
  expect(waitIn(new TypeError('Failed to fetch'))).toBe(0)
  expect(waitIn(null)).toBe(0)
})

it('says it short enough for a button', () => {
  expect(waitWords(12)).toBe('Try again in 12 s')
  expect(waitWords(541)).toBe('Try again in 10 min')
  expect(waitWords(7_201)).toBe('Try again in 3 h')
})
