import * as z from 'zod/mini'
import { AskedHandle } from './handles.ts'
import { Lifetime } from './lifetimes.ts'
import { limits } from './limits.ts'
import { pageInput, pageOf } from './pages.ts'
import { Author } from './people.ts'
import type { Route } from './route.ts'
import { text } from './text.ts'

export const Message = z.object({
  /** Carries its own expiry, as a post's does: see `expiring-id.ts` in `domain/`. */
  id: z.uuid(),
  senderId: z.uuid(),
  /** What its sender made up for it before it was sent. */
  key: z.uuid(),
  body: z.string(),
  lifetime: Lifetime,
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
export type Message = z.infer<typeof Message>

/** Somebody in a conversation, and how far they have read it. */
export const Member = z.object({
  ...Author.shape,
  /** The newest message that they have read; null when there is none. */
  lastReadId: z.nullable(z.uuid()),
})
export type Member = z.infer<typeof Member>

export const Conversation = z.object({
  id: z.uuid(),
  /** Whether it was started with several people. Two people have one conversation, for good. */
  isGroup: z.boolean(),
  /** The one who asks is among them. */
  members: z.array(Member),
  /** How long a message lives when its sender chooses nothing else. */
  lifetime: Lifetime,
  /** Null when there is no live one. */
  lastMessage: z.nullable(Message),
  /** Live messages of others that came after the last one read, exact up to the limit. */
  unreadCount: z.int(),
})
export type Conversation = z.infer<typeof Conversation>

export const MessageBody = text({
  what: 'A message',
  graphemes: limits.messageGraphemes,
  bytes: limits.messageBytes,
})

const othersMost = limits.conversationPeople - 1

// DynamoDB compares ids as text.
const byId = z.strictObject({ id: z.uuid('A conversation has a UUID as its id.').check(z.toLowerCase()) })
const messageId = z.uuid('A message has a UUID as its id.').check(z.toLowerCase())

export const messageRoutes = {
  listConversations: {
    method: 'GET',
    path: '/conversations',
    auth: 'required',
    input: z.strictObject(pageInput),
    output: pageOf(Conversation),
    by: 'backend',
    summary: 'Your conversations, the one with the latest message first. They fade a month after it.',
  },
  startConversation: {
    method: 'POST',
    path: '/conversations',
    auth: 'required',
    input: z.strictObject({
      handles: z
        .array(AskedHandle, 'Name whom you want to write to.')
        .check(
          z.minLength(1, 'Choose somebody to write to.'),
          z.maxLength(othersMost, `A conversation has at most ${limits.conversationPeople} people.`),
        ),
    }),
    output: Conversation,
    by: 'backend',
    summary: 'A conversation with these people. With one person it is always the same one.',
    success: 201,
  },
  showConversation: {
    method: 'GET',
    path: '/conversations/{id}',
    auth: 'required',
    input: byId,
    output: Conversation,
    by: 'backend',
    summary: 'A conversation that you are in.',
  },
  leaveConversation: {
    method: 'DELETE',
    path: '/conversations/{id}',
    auth: 'required',
    input: byId,
    output: z.undefined(),
    by: 'backend',
    summary: 'Leave a group; or empty a conversation of two for yourself, until the next message.',
    success: 204,
  },
  setConversationLifetime: {
    method: 'PUT',
    path: '/conversations/{id}/lifetime',
    auth: 'required',
    input: z.extend(byId, { lifetime: Lifetime }),
    output: Conversation,
    by: 'backend',
    summary: 'How long messages live here from now on, when their senders choose nothing else.',
  },
  listMessages: {
    method: 'GET',
    path: '/conversations/{id}/messages',
    auth: 'required',
    input: z.extend(byId, pageInput),
    output: pageOf(Message),
    by: 'backend',
    summary: 'The live messages of a conversation, newest first.',
  },
  sendMessage: {
    method: 'POST',
    path: '/conversations/{id}/messages',
    auth: 'required',
    input: z.extend(byId, {
      key: z
        .uuid('A message is sent with a key: a UUID of its own, the same at each try.')
        .check(z.toLowerCase()),
      body: MessageBody,
      lifetime: z.optional(Lifetime),
    }),
    output: Message,
    by: 'backend',
    summary: 'Send a message. The same key twice is one message, and answers with it.',
    success: 201,
  },
  deleteMessage: {
    method: 'DELETE',
    path: '/conversations/{id}/messages/{messageId}',
    auth: 'required',
    input: z.extend(byId, { messageId }),
    output: z.undefined(),
    by: 'backend',
    summary: 'Delete a message of your own, for everybody. Deleting twice is the same as once.',
    success: 204,
  },
  markRead: {
    method: 'PUT',
    path: '/conversations/{id}/read',
    auth: 'required',
    input: z.extend(byId, { messageId }),
    output: z.undefined(),
    by: 'backend',
    rate: 'note',
    summary: 'Note that you have read as far as this message. It never goes back.',
    success: 204,
  },
  countUnread: {
    method: 'GET',
    path: '/me/unread',
    auth: 'required',
    input: z.strictObject({}),
    output: z.object({
      /** In your latest conversations, exact up to the limit. */
      messages: z.int(),
    }),
    by: 'backend',
    summary: 'How much there is that you have not read.',
  },
} as const satisfies Record<string, Route>
