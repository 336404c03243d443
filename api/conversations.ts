import { limits } from '@mayfly/contract/limits'
import type { Conversation } from '@mayfly/contract/messages'
import type { Author } from '@mayfly/contract/people'
import { Refusal } from '@mayfly/contract/refusal'
import type { InboxEntry, StoredConversation, Stores } from '@mayfly/storage/stores'
import type { Viewer } from './operation.ts'

interface Asked {
  viewer: Viewer
  stores: Stores
  now: Date
}

/** A conversation with those of its people whom the viewer may see. */
export interface SeenConversation extends StoredConversation {
  people: Map<string, Author>
}

/** @throws Refusal `not-found`, the same for what is not there and for what is not the viewer's */
export async function conversationOf(id: string, asked: Asked): Promise<SeenConversation> {
  const stored = await asked.stores.conversations.findFor(id, asked.viewer.id, asked.now)
  const [seen] = await seenBy(stored ? [stored] : [], asked)
  if (seen === undefined) throw new Refusal('not-found', 'There is no such conversation of yours.')
  return seen
}

/** The conversations of an inbox that are still there and may be seen, in its order. */
export async function seenIn(entries: readonly InboxEntry[], asked: Asked): Promise<SeenConversation[]> {
  const { viewer, stores, now } = asked
  const found = await Promise.all(
    entries.map(async ({ conversationId, lastMessageId }) => {
      const conversation = await stores.conversations.findFor(conversationId, viewer.id, now)
      const sinceId = conversation && memberIn(conversation, viewer)?.sinceId
      // A late delivery, or an index that lags, may still have what was emptied.
      return sinceId === undefined || sinceId < lastMessageId ? conversation : undefined
    }),
  )
  return seenBy(
    found.filter((conversation) => conversation !== undefined),
    asked,
  )
}

/** Those of the conversations that the viewer may see: not those with one person who is out of sight. */
async function seenBy(
  conversations: readonly StoredConversation[],
  { viewer, stores }: Asked,
): Promise<SeenConversation[]> {
  if (conversations.length === 0) return []
  const ids = new Set(conversations.flatMap(writersIn))
  const found = await stores.people.listVisible([...ids], viewer.id)
  const people = new Map(found.map((person) => [person.id, person]))
  // A suspended viewer is not among them.
  if (!people.has(viewer.id)) return []
  return conversations
    .filter(({ isGroup, members }) => isGroup || members.every(({ id }) => people.has(id)))
    .map((conversation) => ({ ...conversation, people }))
}

/** As the contract has it. */
export async function shown(seen: SeenConversation, asked: Asked): Promise<Conversation> {
  const { id, isGroup, lifetime, members, people } = seen
  const { items } = await asked.stores.messages.list(scopeOf(seen, asked.viewer), { limit: 1 }, asked.now)
  const lastMessage = items[0] ?? null
  const lastReadId = memberIn(seen, asked.viewer)?.lastReadId ?? ''
  const hasNews = lastMessage !== null && lastMessage.id > lastReadId
  return {
    id,
    isGroup,
    lifetime,
    members: members.flatMap((member) => {
      const person = people.get(member.id)
      return person ? [{ ...person, lastReadId: member.lastReadId ?? null }] : []
    }),
    lastMessage,
    unreadCount: hasNews ? await unreadIn(seen, asked) : 0,
  }
}

/** How many live messages of others the viewer has not read, exact up to the limit. */
export const unreadIn = (seen: SeenConversation, { viewer, stores, now }: Asked) =>
  stores.messages.countAfter(
    scopeOf(seen, viewer),
    viewer.id,
    memberIn(seen, viewer)?.lastReadId,
    limits.unreadMost,
    now,
  )

/** The messages of a conversation that the viewer may see: since they came to it, of people whom they may see. */
export function scopeOf(seen: SeenConversation, viewer: Viewer) {
  const { id, people } = seen
  const hiddenIds = writersIn(seen).filter((writerId) => !people.has(writerId))
  return { conversationId: id, sinceId: memberIn(seen, viewer)?.sinceId, hiddenIds }
}

/** Everybody of whom there may be messages. */
const writersIn = ({ members, leaverIds }: StoredConversation) => [
  ...members.map(({ id }) => id),
  ...leaverIds,
]

/** The viewer's own place in it. */
export const memberIn = ({ members }: StoredConversation, viewer: Viewer) =>
  members.find((member) => member.id === viewer.id)

/** Those in it who may see the viewer, the viewer among them. */
export const membersSeen = ({ members, people }: SeenConversation) =>
  members.map(({ id }) => id).filter((id) => people.has(id))

/** Everybody in it but the viewer. */
export const othersIn = ({ members }: StoredConversation, viewer: Viewer) =>
  members.map(({ id }) => id).filter((id) => id !== viewer.id)
