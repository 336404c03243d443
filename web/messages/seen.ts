import type { Member, Message } from '@mayfly/contract/messages'
import { t } from '../language/words.ts'
import { listed } from './names.ts'

export interface Seen {
  /** The newest own message that somebody has read. */
  id: string
  by: readonly Member[]
}

/** How far others have read what one wrote. Ids sort by the time of writing. */
export function seenOf(
  messages: readonly Message[],
  members: readonly Member[],
  myId: string,
): Seen | undefined {
  const others = members.filter(({ id }) => id !== myId)
  const hasRead = ({ lastReadId }: Member, id: string) => lastReadId !== null && lastReadId >= id
  const message = messages.findLast(
    ({ id, senderId }) => senderId === myId && others.some((member) => hasRead(member, id)),
  )
  return message && { id: message.id, by: others.filter((member) => hasRead(member, message.id)) }
}

/** `Seen` by the only other one; in a group it says by whom. */
export function seenWords({ by }: Seen, members: readonly Member[], isGroup: boolean): string {
  if (!isGroup) return t('Seen')
  if (by.length === members.length - 1) return t('Seen by everybody')
  const [first, second, ...more] = by.map(({ displayName }) => displayName)
  if (first === undefined) return ''
  if (more.length > 0) return t('Seen by {name} and {n} more', { name: first, n: more.length + 1 })
  return t('Seen by {names}', { names: listed(second === undefined ? [first] : [first, second]) })
}
