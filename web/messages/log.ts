import type { Message } from '@mayfly/contract/messages'
import type { Page } from '@mayfly/contract/pages'
import { endOf } from '../clock/life.ts'

/** What is known of a conversation: its newest messages, oldest first and without a gap. */
export interface Log {
  messages: readonly Message[]
  /** Where to go on reading, further back; null when there is nothing more. */
  older: string | null
}

export function logOf({ items, next }: Page<Message>, now: number): Log {
  return { messages: ordered(items.filter(({ id }) => endOf(id) > now)), older: next }
}

/** Puts an older page before it. */
export function withOlder(log: Log, older: Log): Log {
  return { messages: merged(older.messages, log.messages), older: older.older }
}

/**
 * What is known, and what was read just now. Of what was known before the question, and lies where the answer looked,
 * only what is in the answer is still there. What came or went in between counts.
 */
export function withFresh(known: Log | undefined, before: Log | undefined, fresh: Log): Log {
  if (known === undefined) return fresh
  const asked = new Set(before?.messages.map(({ id }) => id))
  const told = new Set(fresh.messages.map(({ id }) => id))
  const still = new Set(known.messages.map(({ id }) => id))
  const from = fresh.older === null ? '' : (fresh.messages[0]?.id ?? '')
  const kept = known.messages.filter(({ id }) => id < from || told.has(id) || !asked.has(id))
  const read = fresh.messages.filter(({ id }) => still.has(id) || !asked.has(id))
  const reachesFurther = known.messages.some(({ id }) => id < from)
  return { messages: merged(kept, read), older: reachesFurther ? known.older : fresh.older }
}

export function withMessage(log: Log, message: Message): Log {
  return { ...log, messages: merged(log.messages, [message]) }
}

export function withoutMessage(log: Log, id: string): Log {
  return { ...log, messages: log.messages.filter((message) => message.id !== id) }
}

/** @param now in ms since 1970 */
export function withoutOver(log: Log, now: number): Log {
  const isAnyOver = log.messages.some(({ id }) => endOf(id) <= now)
  return isAnyOver ? { ...log, messages: log.messages.filter(({ id }) => endOf(id) > now) } : log
}

/** Each message once, the later list's word counts; ids sort by the time of writing. */
function merged(one: readonly Message[], other: readonly Message[]): Message[] {
  const byId = new Map([...one, ...other].map((message) => [message.id, message]))
  return ordered([...byId.values()])
}

const ordered = (messages: readonly Message[]) =>
  messages.toSorted((one, other) => (one.id < other.id ? -1 : 1))
