import { expect, test } from 'vitest'
import { messageAt } from './message-for-tests.ts'
import { type Entry, entriesOf, firstUnread, rowsOf } from './rows.ts'
import type { Unsent } from './unsent.ts'

const MINUTE = 60_000
const NOON = new Date(2026, 10, 26, 12).getTime()

const unsentAt = (at: number, key = crypto.randomUUID()): Unsent => ({
  key,
  personId: 'me',
  conversationId: 'conversation',
  body: 'on its way',
  lifetime: null,
  writtenAt: at,
})
const given = (shown: readonly Entry[] = [], now = NOON) => ({ shown, myId: 'me', now })
const kinds = (entries: Entry[], unread?: string) => rowsOf(entries, unread).map(({ kind }) => kind)

test('what waits to be sent stands after what was sent, in the order of writing', () => {
  const sent = messageAt({ at: NOON + MINUTE })
  const waiting = [unsentAt(NOON - MINUTE), unsentAt(NOON)]
  expect(entriesOf([sent], waiting, given()).map(({ key }) => key)).toEqual([
    sent.id,
    ...waiting.map(({ key }) => key),
  ])
})

test('a message that has come back from the server is there once, under the same key', () => {
  const waiting = unsentAt(NOON)
  const sent = messageAt({ at: NOON + 100, senderId: 'me', key: waiting.key })
  const before = entriesOf([], [waiting], given())
  const after = entriesOf([sent], [waiting], given(before))
  expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key))
  expect(after[0]?.message).toBe(sent)
})

test("somebody else's message with the key of an own one takes nothing away from it", () => {
  const waiting = unsentAt(NOON)
  const forged = messageAt({ at: NOON, senderId: 'ada', key: waiting.key })
  const entries = entriesOf([forged], [waiting], given())
  expect(entries).toHaveLength(2)
  expect(new Set(entries.map(({ key }) => key)).size).toBe(2)
})

test('of a message that fades while it is looked at the place is left, of one that is deleted nothing', () => {
  const fading = messageAt({ at: NOON })
  const deleted = messageAt({ at: NOON + MINUTE })
  const last = messageAt({ at: NOON + 2 * MINUTE })
  const shown = entriesOf([fading, deleted, last], [], given())
  const over = Date.parse(fading.expiresAt)
  const after = entriesOf([last], [], given(shown, over))
  expect(after.map(({ id, message }) => [id, message])).toEqual([
    [fading.id, undefined],
    [last.id, last],
  ])
})

test('each day begins with its name, in the zone of the reader', () => {
  const beforeMidnight = new Date(2026, 10, 25, 23, 59).getTime()
  const messages = [messageAt({ at: beforeMidnight }), messageAt({ at: beforeMidnight + 2 * MINUTE })]
  expect(kinds(entriesOf(messages, [], given()))).toEqual(['day', 'entry', 'day', 'entry'])
})

test('messages of one sender in one breath belong together; a pause, another sender and the line of new ones part them', () => {
  const messages = [
    messageAt({ at: NOON }),
    messageAt({ at: NOON + MINUTE }),
    messageAt({ at: NOON + 20 * MINUTE }),
    messageAt({ at: NOON + 21 * MINUTE, senderId: 'ben' }),
    messageAt({ at: NOON + 22 * MINUTE, senderId: 'ben' }),
  ]
  const entries = entriesOf(messages, [], given())
  const groups = (unread?: string) =>
    rowsOf(entries, unread).flatMap((row) => (row.kind === 'entry' ? [[row.isFirst, row.isLast]] : []))
  expect(groups()).toEqual([
    [true, false],
    [false, true],
    [true, true],
    [true, false],
    [false, true],
  ])
  expect(groups(messages[1]?.id).slice(0, 2)).toEqual([
    [true, true],
    [true, true],
  ])
  expect(kinds(entries, messages[1]?.id)).toEqual(['day', 'entry', 'new', 'entry', 'entry', 'entry', 'entry'])
})

test('the first unread message is the first of others after the last one read', () => {
  const messages = [
    messageAt({ at: NOON }),
    messageAt({ at: NOON + 1, senderId: 'me' }),
    messageAt({ at: NOON + 2 }),
  ]
  expect(firstUnread(messages, null, 'me')).toBe(messages[0]?.id)
  expect(firstUnread(messages, messages[0]?.id ?? '', 'me')).toBe(messages[2]?.id)
  expect(firstUnread(messages, messages[2]?.id ?? '', 'me')).toBeUndefined()
})
