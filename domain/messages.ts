import { type Lifetime, lifetimes } from '@mayfly/contract/lifetimes'
import { expiringId } from './expiring-id.ts'

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/** A message as it is stored. */
export interface ComposedMessage {
  id: string
  senderId: string
  key: string
  body: string
  lifetime: Lifetime
  createdAt: Date
  expiresAt: Date
}

interface Circumstances {
  senderId: string
  lifetime: Lifetime
  now: Date
  /** At least 42 random bits. */
  random: bigint
}

/** Makes a message of what somebody sends. Its expiry is on a whole second, never later than chosen. */
export function composeMessage(
  { key, body }: { key: string; body: string },
  { senderId, lifetime, now, random }: Circumstances,
): ComposedMessage {
  const expiresAt = wholeSecond(now.getTime() + lifetimes[lifetime])
  const id = expiringId(now, expiresAt, random)
  return { id, senderId, key, body, lifetime, createdAt: now, expiresAt }
}

/**
 * The id of the one conversation of two people, the same whichever of them asks:
 * a UUIDv8 of the first 122 bits of a SHA-256 over both ids.
 */
export async function pairId(one: string, other: string): Promise<string> {
  const both = new TextEncoder().encode(
    [one, other]
      .map((id) => id.toLowerCase())
      .sort()
      .join(' '),
  )
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', both)).slice(0, 16)
  digest[6] = ((digest[6] as number) & 0x0f) | 0x80
  digest[8] = ((digest[8] as number) & 0x3f) | 0x80
  const digits = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** A conversation fades a month after its last message, on a whole second, when the longest of lives is over. */
export const conversationExpiry = (lastMessageAt: Date) =>
  wholeSecond(lastMessageAt.getTime() + lifetimes['30-days'] + DAY_MILLISECONDS)

/** The last whole second by then. DynamoDB's time to live knows no fraction. */
const wholeSecond = (milliseconds: number) => new Date(Math.floor(milliseconds / 1000) * 1000)
