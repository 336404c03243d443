import { randomBytes, randomUUID } from 'node:crypto'
import { isHandleShaped } from '@mayfly/contract/handles'
import { DEFAULT_LIFETIME } from '@mayfly/contract/lifetimes'
import { limits } from '@mayfly/contract/limits'
import { Refusal } from '@mayfly/contract/refusal'
import { creationOf } from '@mayfly/domain/expiring-id'
import { composeMessage, conversationExpiry, pairId } from '@mayfly/domain/messages'
import {
  conversationOf,
  memberIn,
  membersSeen,
  othersIn,
  scopeOf,
  seenIn,
  shown,
  unreadIn,
} from './conversations.ts'
import type { Operation } from './operation.ts'

/** Of how many conversations, the latest, the unread messages are counted. */
const UNREAD_CONVERSATIONS = 20

export const listConversations: Operation<'listConversations'> = async (page, asked) => {
  const { viewer, stores, now } = asked
  const { entries, next } = await stores.conversations.listInbox(viewer.id, page, now)
  const seen = await seenIn(entries, asked)
  return { items: await Promise.all(seen.map((conversation) => shown(conversation, asked))), next }
}

export const startConversation: Operation<'startConversation'> = async ({ handles }, asked) => {
  const { viewer, stores, now } = asked
  const found = await stores.people.listIdsByHandles(handles.filter(isHandleShaped), viewer.id, now)
  const missing = handles.find((handle) => !found.some((person) => person.handle === handle))
  if (missing !== undefined) throw nobody(missing)
  const others = [...new Set(found.map(({ id }) => id))].filter((id) => id !== viewer.id)
  if (others.length === 0) throw new Refusal('invalid', 'You cannot write to yourself.')
  const isGroup = others.length > 1
  const id = isGroup ? randomUUID() : await pairId(viewer.id, others[0] as string)
  const memberIds = [viewer.id, ...others]
  const made = { id, isGroup, lifetime: DEFAULT_LIFETIME }
  await stores.conversations.start(made, memberIds, conversationExpiry(now))
  return shown(await conversationOf(id, asked), asked)
}

export const showConversation: Operation<'showConversation'> = async ({ id }, asked) =>
  shown(await conversationOf(id, asked), asked)

export const leaveConversation: Operation<'leaveConversation'> = async ({ id }, asked) => {
  const { viewer, stores, now } = asked
  const conversation = await stores.conversations.findFor(id, viewer.id, now)
  if (conversation === undefined) return
  if (!conversation.isGroup) {
    const { sinceId } = memberIn(conversation, viewer) ?? {}
    // By the newest message, not by the clock: one that is under way may have been written before this moment.
    const { items } = await stores.messages.list(
      { conversationId: id, sinceId, hiddenIds: [] },
      { limit: 1 },
      now,
    )
    await stores.conversations.empty(id, viewer.id, items[0]?.id)
    return
  }
  await stores.conversations.leave(id, viewer.id, conversationExpiry(now))
  await stores.live.tell(othersIn(conversation, viewer), { type: 'conversation', conversationId: id })
}

export const setConversationLifetime: Operation<'setConversationLifetime'> = async (
  { id, lifetime },
  asked,
) => {
  const { stores } = asked
  const conversation = await conversationOf(id, asked)
  await stores.conversations.setLifetime(id, lifetime)
  const everybody = conversation.members.map((member) => member.id)
  await stores.live.tell(everybody, { type: 'conversation', conversationId: id })
  return shown({ ...conversation, lifetime }, asked)
}

export const listMessages: Operation<'listMessages'> = async ({ id, ...page }, asked) => {
  const { viewer, stores, now } = asked
  const conversation = await conversationOf(id, asked)
  return stores.messages.list(scopeOf(conversation, viewer), page, now)
}

export const sendMessage: Operation<'sendMessage'> = async ({ id, lifetime, ...written }, asked) => {
  const { viewer, stores, now } = asked
  const conversation = await conversationOf(id, asked)
  const message = composeMessage(written, {
    senderId: viewer.id,
    lifetime: lifetime ?? conversation.lifetime,
    now,
    random: randomBytes(8).readBigUInt64BE(),
  })
  // First: a message in a conversation that ends before it would be lost.
  await stores.conversations.prolong(conversation, conversationExpiry(now))
  const sent = await stores.messages.append(id, message, now)
  if (sent === 'no-member') throw new Refusal('not-found', 'There is no such conversation of yours.')
  if (sent === 'gone') throw new Refusal('gone', 'This message was sent, and is gone already.')
  return sent
}

export const deleteMessage: Operation<'deleteMessage'> = async ({ id, messageId }, asked) => {
  await conversationOf(id, asked)
  const isGone = await asked.stores.messages.remove(id, messageId, asked.viewer.id)
  if (!isGone) throw new Refusal('forbidden', 'Only its sender can delete a message.')
}

export const markRead: Operation<'markRead'> = async ({ id, messageId }, asked) => {
  const { viewer, stores, now } = asked
  const conversation = await conversationOf(id, asked)
  const writtenAt = creationOf(messageId)
  if (writtenAt === undefined || writtenAt > now)
    throw new Refusal('invalid', 'There is no such message yet.')
  const hasReadOn = await stores.conversations.markRead(id, viewer.id, messageId)
  if (!hasReadOn) return
  const event = { type: 'read', conversationId: id, personId: viewer.id, messageId } as const
  await stores.live.tell(membersSeen(conversation), event)
}

export const countUnread: Operation<'countUnread'> = async (_, asked) => {
  const { viewer, stores, now } = asked
  const inbox = await stores.conversations.listInbox(viewer.id, { limit: UNREAD_CONVERSATIONS }, now)
  const unread = inbox.entries.filter(
    ({ lastMessageId, lastReadId }) => lastReadId === undefined || lastReadId < lastMessageId,
  )
  const seen = await seenIn(unread, asked)
  const counts = await Promise.all(seen.map((conversation) => unreadIn(conversation, asked)))
  const messages = counts.reduce((sum, count) => sum + count, 0)
  return { messages: Math.min(messages, limits.unreadMost) }
}

function nobody(handle: string): Refusal {
  const sentence = `There is nobody here by the name @${handle}.`
  return new Refusal('not-found', sentence, { handles: sentence })
}
