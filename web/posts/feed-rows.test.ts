import { expect, test } from 'vitest'
import { entryOf } from './feed-pages.ts'
import { lastChanceLine, lineAt, nextLastChance, rowsOf } from './feed-rows.ts'
import { postFrom } from './post-for-tests.ts'

const MINUTE = 60_000
const now = Date.now()

const entry = (place: string) => ({ id: place, handle: 'ada', place, repostedBy: null })
const endingIn = (minutes: number) => entryOf(postFrom({ expiresAt: now + minutes * MINUTE }))
const told = (rows: ReturnType<typeof rowsOf>) =>
  rows.map((row) => (row.kind === 'post' ? row.position : row.words))

test('a line between the new and the seen says where one was, and there is none when nothing is new', () => {
  const entries = [...'edcb'].map(entry)
  expect(told(rowsOf(entries, lineAt('c')))).toEqual([1, 2, 'You were here', 3, 4])
  expect(told(rowsOf(entries, lineAt('e')))).toEqual([1, 2, 3, 4])
  expect(told(rowsOf(entries, lineAt('a')))).toEqual([1, 2, 3, 4])
})

test('the line stands where one was, though the post there is gone', () => {
  expect(told(rowsOf([...'edb'].map(entry), lineAt('c')))).toEqual([1, 2, 'You were here', 3])
})

test('what goes within the hour is set apart, and is so by the clock alone', () => {
  const entries = [endingIn(10), endingIn(59), endingIn(90), endingIn(600)]
  const [first, later] = ['Last chance: gone within the hour', 'Still some time left']
  expect(told(rowsOf(entries, lastChanceLine(now)))).toEqual([first, 1, 2, later, 3, 4])
  const then = now + 30 * MINUTE + 1_000
  expect(told(rowsOf(entries, lastChanceLine(then)))).toEqual([first, 1, 2, 3, later, 4])
  expect(told(rowsOf(entries.slice(3), lastChanceLine(now)))).toEqual([1])
  expect(nextLastChance(entries, now) - now).toBeGreaterThan(29 * MINUTE)
  expect(nextLastChance(entries, now) - now).toBeLessThanOrEqual(30 * MINUTE)
})
