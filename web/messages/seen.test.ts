import type { Member } from '@mayfly/contract/messages'
import { expect, test } from 'vitest'
import { messageAt } from './message-for-tests.ts'
import { listed, nameOf } from './names.ts'
import { seenOf, seenWords } from './seen.ts'

const NOON = Date.UTC(2026, 10, 26, 12)
const first = messageAt({ at: NOON, senderId: 'me' })
const answer = messageAt({ at: NOON + 1_000, senderId: 'ada' })
const last = messageAt({ at: NOON + 2_000, senderId: 'me' })
const messages = [first, answer, last]

const member = (id: string, lastReadId: string | null): Member => ({
  id,
  handle: id,
  displayName: id,
  avatarId: null,
  lastReadId,
})
const me = member('me', last.id)

test('the mark stands under the newest own message that was read', () => {
  expect(seenOf(messages, [me, member('ada', null)], 'me')).toBeUndefined()
  expect(seenOf(messages, [me, member('ada', first.id)], 'me')?.id).toBe(first.id)
  expect(seenOf(messages, [me, member('ada', answer.id)], 'me')?.id).toBe(first.id)
  expect(seenOf(messages, [me, member('ada', last.id)], 'me')?.id).toBe(last.id)
})

test('who has read further than a message that has faded since has read what is before, too', () => {
  expect(seenOf([first], [me, member('ada', last.id)], 'me')?.id).toBe(first.id)
})

test('in a group it says who has seen it', () => {
  const wordsFor = (...lastReads: (string | null)[]) => {
    const members = [me, ...lastReads.map((id, index) => member(['Ada', 'Ben', 'Cy', 'Di'][index] ?? '', id))]
    const seen = seenOf(messages, members, 'me')
    return seen && seenWords(seen, members, true)
  }
  expect(wordsFor(last.id, null)).toBe('Seen by Ada')
  expect(wordsFor(last.id, last.id, null)).toBe('Seen by Ada and Ben')
  expect(wordsFor(last.id, last.id, last.id, null)).toBe('Seen by Ada and 2 more')
  expect(wordsFor(last.id, last.id)).toBe('Seen by everybody')
  expect(wordsFor(null, null)).toBeUndefined()
})

test('a conversation is called by who else is in it', () => {
  const conversation = {
    id: 'c',
    isGroup: true,
    lifetime: '7-days',
    lastMessage: null,
    unreadCount: 0,
  } as const
  const called = (...names: string[]) =>
    nameOf({ ...conversation, members: [me, ...names.map((name) => member(name, null))] }, 'me')
  expect(called('Ada')).toBe('Ada')
  expect(called('Ada', 'Ben')).toBe('Ada and Ben')
  expect(called('Ada', 'Ben', 'Cy', 'Di')).toBe('Ada, Ben, and 2 more')
  expect(called('عمر', 'Ben')).toBe('\u2068عمر\u2069 and Ben')
  expect(called()).toBe('Only you')
  expect(listed(['Ada', 'Ben', 'Cy'])).toBe('Ada, Ben, and Cy')
})
