import type { Message } from '@mayfly/contract/messages'
import { creationOf } from '@mayfly/domain/expiring-id'
import { endOf } from '../clock/life.ts'
import type { Unsent } from './unsent.ts'

/** What stands in the place of one message: the message itself, one that is on its way, or what is left of one. */
export interface Entry {
  /** Stays the same from the first moment on this screen to the last. */
  key: string
  /** The message's id; undefined as long as it is not sent. */
  id: string | undefined
  senderId: string
  /** When it was written, in ms since 1970. */
  at: number
  message?: Message
  unsent?: Unsent
}

export type Row =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'new'; key: 'new' }
  | { kind: 'entry'; key: string; entry: Entry; isFirst: boolean; isLast: boolean }

const ONE_BREATH_MILLISECONDS = 10 * 60 * 1000

/**
 * Everything that has a place in a conversation, in order: what was sent, and then what waits to be sent.
 * A message is matched with the one that was on its way by the key that its sender made up.
 * @param shown what was there a moment ago: of what has faded since, the place is kept
 */
export function entriesOf(
  messages: readonly Message[],
  unsent: readonly Unsent[],
  { shown, myId, now }: { shown: readonly Entry[]; myId: string; now: number },
): Entry[] {
  const known = new Set(messages.map(({ id }) => id))
  const faded = shown.filter(({ id }) => id !== undefined && !known.has(id) && endOf(id) <= now)
  const sentKeys = new Set(messages.filter(({ senderId }) => senderId === myId).map(({ key }) => key))
  const waiting = unsent.filter(({ key }) => !sentKeys.has(key))
  return [
    ...[...faded.map(leftOf), ...messages.map((message) => sentEntry(message, myId))].toSorted(byId),
    ...waiting.map((letter) => unsentEntry(letter, myId)),
  ]
}

/** The entries with the days between them, and a line before the first unread one. */
export function rowsOf(entries: readonly Entry[], firstUnreadId: string | undefined): Row[] {
  return entries.flatMap((entry, index) => {
    const before = entries[index - 1]
    const after = entries[index + 1]
    const isNewDay = before === undefined || dayOf(before.at) !== dayOf(entry.at)
    const isUnread = entry.id !== undefined && entry.id === firstUnreadId
    const isFirst = isUnread || !isOneBreath(before, entry)
    const isLast = after?.id === firstUnreadId && after?.id !== undefined ? true : !isOneBreath(entry, after)
    const row: Row = { kind: 'entry', key: entry.key, entry, isFirst, isLast }
    const day: Row = { kind: 'day', key: `day ${dayOf(entry.at)}`, at: entry.at }
    const line: Row = { kind: 'new', key: 'new' }
    return [...(isNewDay ? [day] : []), ...(isUnread ? [line] : []), row]
  })
}

/** The first message of others after the last one that was read. */
export function firstUnread(messages: readonly Message[], lastReadId: string | null, myId: string) {
  return messages.find(({ id, senderId }) => senderId !== myId && (lastReadId === null || id > lastReadId))
    ?.id
}

/** Whether two follow each other so soon that they are shown together. */
function isOneBreath(one: Entry | undefined, next: Entry | undefined): boolean {
  if (one === undefined || next === undefined || one.senderId !== next.senderId) return false
  return dayOf(one.at) === dayOf(next.at) && next.at - one.at < ONE_BREATH_MILLISECONDS
}

/** The reader's own day. */
const dayOf = (at: number) => new Date(at).toDateString()

const byId = (one: Entry, other: Entry) => ((one.id ?? '') < (other.id ?? '') ? -1 : 1)

const leftOf = ({ key, id, senderId, at }: Entry): Entry => ({ key, id, senderId, at })

function sentEntry(message: Message, myId: string): Entry {
  const { id, senderId } = message
  const key = senderId === myId ? message.key : id
  return { key, id, senderId, at: creationOf(id)?.getTime() ?? Date.parse(message.createdAt), message }
}

const unsentEntry = (unsent: Unsent, myId: string): Entry => ({
  key: unsent.key,
  id: undefined,
  senderId: myId,
  at: unsent.writtenAt,
  unsent,
})
