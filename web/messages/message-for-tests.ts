import type { Message } from '@mayfly/contract/messages'
import { expiringId } from '@mayfly/domain/expiring-id'

const HOUR = 60 * 60 * 1000

interface Given {
  at: number
  senderId?: string
  key?: string
  body?: string
}

/** A message of an hour's life, written at this time in ms since 1970. */
export function messageAt({
  at,
  senderId = 'ada',
  key = crypto.randomUUID(),
  body = 'hello',
}: Given): Message {
  const expiresAt = new Date(at + HOUR)
  return {
    id: expiringId(new Date(at), expiresAt, 7n),
    senderId,
    key,
    body,
    lifetime: '1-hour',
    createdAt: new Date(at).toISOString(),
    expiresAt: expiresAt.toISOString(),
  }
}
