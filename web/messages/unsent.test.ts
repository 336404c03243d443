import { expect, test } from 'vitest'
import { isTooOld, type Unsent, unsentIn, unsentKey } from './unsent.ts'

const DAY = 24 * 60 * 60 * 1000
const unsent: Unsent = {
  key: crypto.randomUUID(),
  personId: 'ada',
  conversationId: 'conversation',
  body: 'Hi',
  lifetime: '1-day',
  writtenAt: 7,
}

test('each unsent message has a record of its own', () => {
  const keys = [
    unsent,
    { ...unsent, key: crypto.randomUUID() },
    { ...unsent, personId: 'ben' },
    { ...unsent, conversationId: 'other' },
  ].map(unsentKey)
  expect(new Set(keys).size).toBe(keys.length)
})

test('what an older page kept is read as far as it makes sense', () => {
  expect(unsentIn(unsent)).toEqual(unsent)
  expect(unsentIn({ ...unsent, lifetime: 'for ever' })).toEqual({ ...unsent, lifetime: null })
  expect(unsentIn({ ...unsent, body: 7 })).toBeUndefined()
  expect(unsentIn('text')).toBeUndefined()
  expect(unsentIn(undefined)).toBeUndefined()
})

test('nobody waits for a message longer than the longest of lives', () => {
  expect(isTooOld({ ...unsent, writtenAt: 0 }, 30 * DAY)).toBe(false)
  expect(isTooOld({ ...unsent, writtenAt: 0 }, 30 * DAY + 1)).toBe(true)
})
