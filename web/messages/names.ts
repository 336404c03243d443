import type { Conversation, Member } from '@mayfly/contract/messages'
import { locale } from '../language/language.ts'
import { apart, t } from '../language/words.ts'

const NAMED_AT_MOST = 3

const list = new Intl.ListFormat(locale, { type: 'conjunction' })

/** Everybody in a conversation but the one who looks at it. */
export const othersIn = ({ members }: Conversation, myId: string): Member[] =>
  members.filter(({ id }) => id !== myId)

/** What a conversation is called: by who else is in it. */
export function nameOf(conversation: Conversation, myId: string): string {
  const names = othersIn(conversation, myId).map(({ displayName }) => displayName)
  if (names.length === 0) return conversation.isGroup ? t('Only you') : t('Somebody who left||name')
  return listed(names)
}

/** A name is read in its own direction; a list of them is the page's, and is cut at its end. */
export const directionOf = ({ isGroup }: Conversation) => (isGroup ? undefined : 'auto')

/** `Ada`, `Ada and Ben`, `Ada, Ben, and 3 more`. */
export function listed(people: readonly string[]): string {
  const names = people.map(apart)
  if (names.length <= NAMED_AT_MOST) return list.format(names)
  const named = names.slice(0, NAMED_AT_MOST - 1)
  return list.format([...named, t('{n} more', { n: names.length - named.length })])
}
