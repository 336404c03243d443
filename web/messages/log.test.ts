import { expect, test } from 'vitest'
import { type Log, logOf, withFresh, withMessage, withOlder, withoutMessage, withoutOver } from './log.ts'
import { messageAt } from './message-for-tests.ts'

const NOON = Date.UTC(2026, 10, 26, 12)
const [one, two, three, four] = [1, 2, 3, 4].map((minute) => messageAt({ at: NOON + minute * 60_000 })) as [
  ReturnType<typeof messageAt>,
  ReturnType<typeof messageAt>,
  ReturnType<typeof messageAt>,
  ReturnType<typeof messageAt>,
]
const log = (messages: Log['messages'], older: string | null = null): Log => ({ messages, older })

test('a page, newest first, becomes a log, oldest first, without what is over', () => {
  expect(logOf({ items: [three, two, one], next: one.id }, NOON)).toEqual(log([one, two, three], one.id))
  const pastFirst = Date.parse(one.expiresAt)
  expect(logOf({ items: [two, one], next: null }, pastFirst)).toEqual(log([two]))
  expect(withoutOver(log([one, two]), pastFirst)).toEqual(log([two]))
})

test('an older page is put before, and tells where to go on', () => {
  expect(withOlder(log([three, four], three.id), log([one, two]))).toEqual(log([one, two, three, four]))
})

test('a message is there once, in its place, however often it comes', () => {
  expect(withMessage(withMessage(log([one, three]), two), two)).toEqual(log([one, two, three]))
})

test('what was known further back stays when the newest page is read again', () => {
  const known = log([one, two, three], one.id)
  expect(withFresh(known, known, log([three, four], three.id))).toEqual(log([one, two, three, four], one.id))
})

test('what was deleted meanwhile leaves when the newest page is read again', () => {
  const known = log([one, two, three], one.id)
  expect(withFresh(known, known, log([two, four], two.id))).toEqual(log([one, two, four], one.id))
  expect(withFresh(known, known, log([], null))).toEqual(log([]))
})

test('what was sent while the page was read stays, although the page does not know it', () => {
  const before = log([one, two])
  const known = withMessage(before, three)
  expect(withFresh(known, before, log([one, two]))).toEqual(log([one, two, three]))
})

test('what was deleted while the page was read stays away, although the page still has it', () => {
  const before = log([one, two])
  const known = withoutMessage(before, two.id)
  expect(withFresh(known, before, log([one, two]))).toEqual(log([one]))
  expect(withFresh(undefined, undefined, before)).toEqual(before)
})
