import { limits } from '@mayfly/contract/limits'
import { expect, test } from 'vitest'
import { namesOf } from './names.ts'

const people = ['Ada', 'Ben', 'Cleo', 'Dora'].map((displayName) => ({
  id: displayName,
  handle: displayName.toLowerCase(),
  displayName,
  avatarId: null,
}))

/** The sentence as it is read. */
function names(known: number, count: number): string {
  const pieces = namesOf(people.slice(0, known), count)
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.displayName)).join('')
}

test('up to three people are named, and of more the latest two', () => {
  expect(names(1, 1)).toBe('Ada')
  expect(names(2, 2)).toBe('Ada and Ben')
  expect(names(3, 3)).toBe('Ada, Ben and Cleo')
  expect(names(3, 4)).toBe('Ada, Ben and 2 others')
  expect(names(3, 5)).toBe('Ada, Ben and 3 others')
  expect(names(3, limits.notificationsMost)).toBe('Ada, Ben and 98+ others')
})

test('nobody is nobody', () => {
  expect(names(0, 0)).toBe('')
})
