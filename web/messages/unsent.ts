import { Lifetime, lifetimes } from '@mayfly/contract/lifetimes'
import { del, entries, get, set } from 'idb-keyval'

/** A message as it is kept on this device until it is sent. */
export interface Unsent {
  /** The same at each try, so that it is never sent twice. */
  key: string
  personId: string
  conversationId: string
  body: string
  /** Null for what is usual in the conversation. */
  lifetime: Lifetime | null
  /** In ms since 1970. */
  writtenAt: number
}

const PREFIX = 'unsent'

/** After so long nobody waits for it any more. */
const LONGEST_WAIT_MILLISECONDS = lifetimes['30-days']

/** A record for each message, so that tabs don't get into each other's way. */
export const unsentKey = ({ personId, conversationId, key }: Unsent) =>
  [PREFIX, personId, conversationId, key].join(' ')

export const keepUnsent = (unsent: Unsent): Promise<void> => set(unsentKey(unsent), unsent)

export const dropUnsent = (unsent: Unsent): Promise<void> => del(unsentKey(unsent))

/** False when it was sent or removed, perhaps in another tab. */
export const isStillKept = async (unsent: Unsent): Promise<boolean> =>
  (await get(unsentKey(unsent))) !== undefined

/** What this person wrote on this device and has not sent yet, in the order of writing. What is too old is dropped. */
export async function readUnsent(personId: string, now: number): Promise<Unsent[]> {
  const found: Unsent[] = []
  for (const [key, kept] of await entries()) {
    if (!String(key).startsWith(`${PREFIX} `)) continue
    const unsent = unsentIn(kept)
    if (unsent === undefined || isTooOld(unsent, now)) await del(key)
    else if (unsent.personId === personId) found.push(unsent)
  }
  return found.toSorted((one, other) => one.writtenAt - other.writtenAt)
}

export const isTooOld = ({ writtenAt }: Unsent, now: number) => now - writtenAt > LONGEST_WAIT_MILLISECONDS

/** What is kept may be from an older version of this page. */
export function unsentIn(kept: unknown): Unsent | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined
  const given: Partial<Record<keyof Unsent, unknown>> = kept
  const { key, personId, conversationId, body, lifetime, writtenAt } = given
  const isWhole = [key, personId, conversationId, body].every((part) => typeof part === 'string')
  if (!isWhole || typeof writtenAt !== 'number') return undefined
  const known = Lifetime.safeParse(lifetime)
  return { ...(given as Unsent), lifetime: known.success ? known.data : null }
}
