import type { Lifetime } from '@mayfly/contract/lifetimes'
import type { Message } from '@mayfly/contract/messages'
import type { Page } from '@mayfly/contract/pages'
import { AFTER_MESSAGES, conversationPk, memberSk, messageKey, messageSk, sentSk } from './message-keys.ts'
import type { MessagesTable } from './messages-table.ts'

/** Items looked at in one request at the most; and requests for one page, however many of them have expired. */
const LARGEST_CHUNK = 100
const MOST_CHUNKS = 20

/** What a message is stored from; `domain/` composes it. */
export interface NewMessage {
  id: string
  senderId: string
  key: string
  body: string
  lifetime: Lifetime
  createdAt: Date
  expiresAt: Date
}

/** Which messages of a conversation somebody may see. */
export interface MessageScope {
  conversationId: string
  /** Only what came after this one; all when undefined. */
  sinceId?: string | undefined
  /** Whose messages are not for this reader. */
  hiddenIds: readonly string[]
}

/** Seconds since 1970, with their fraction: what `expiresAt` is compared with. */
export const secondsOf = (time: Date) => time.getTime() / 1000

interface StoredMessage extends Omit<Message, 'id' | 'expiresAt'> {
  sk: string
  expiresAt: number
}

export const messageStore = (table: MessagesTable) => {
  async function find(conversationId: string, id: string, now: Date): Promise<Message | undefined> {
    const item = (await table.get(messageKey(conversationId, id))) as StoredMessage | undefined
    return item && item.expiresAt > secondsOf(now) ? messageOf(item) : undefined
  }

  return {
    /**
     * Sends a message, once: the same key again is the same message. One transaction: the sender is a member now, the
     * message is written, and so is its key.
     * @returns the message, as it was stored by the first send with this key; 'gone' when it is over or deleted since
     */
    append: async (
      conversationId: string,
      message: NewMessage,
      now: Date,
    ): Promise<Message | 'no-member' | 'gone'> => {
      const { id, senderId, key, createdAt, expiresAt, ...rest } = message
      const pk = conversationPk(conversationId)
      const sent = { pk, sk: sentSk(senderId, key) }
      const expiry = secondsOf(expiresAt)
      const stored = {
        ...messageKey(conversationId, id),
        ...rest,
        senderId,
        key,
        createdAt: createdAt.toISOString(),
        expiresAt: expiry,
      }
      const isNew = 'attribute_not_exists(pk)'
      const failed = await table.write([
        {
          ConditionCheck: {
            TableName: table.name,
            Key: { pk, sk: memberSk(senderId) },
            ConditionExpression: 'expiresAt > :now',
            ExpressionAttributeValues: { ':now': secondsOf(now) },
          },
        },
        {
          Put: {
            TableName: table.name,
            Item: { ...sent, messageId: id, expiresAt: expiry },
            ConditionExpression: isNew,
          },
        },
        {
          Put: {
            TableName: table.name,
            Item: stored,
            ConditionExpression: isNew,
          },
        },
      ])
      if (failed === undefined) return messageOf(stored)
      if (failed[0]) return 'no-member'
      const sentAs = (await table.get(sent))?.messageId as string | undefined
      return (sentAs === undefined ? undefined : await find(conversationId, sentAs, now)) ?? 'gone'
    },

    /** A live message. */
    find,

    /** The live messages, newest first. */
    list: async (
      scope: MessageScope,
      { cursor, limit }: { cursor?: string | undefined; limit: number },
      now: Date,
    ): Promise<Page<Message>> => {
      const items: Message[] = []
      // DynamoDB refuses to go on from a place outside of what is asked for.
      if (cursor !== undefined && scope.sinceId !== undefined && cursor <= scope.sinceId)
        return { items, next: null }
      let start: Record<string, unknown> | undefined =
        cursor === undefined ? undefined : { ...messageKey(scope.conversationId, cursor) }
      for (let chunks = 0; chunks < MOST_CHUNKS; chunks += 1) {
        const found = await table.query({
          ...visible(scope, scope.sinceId, now),
          ScanIndexForward: false,
          ConsistentRead: true,
          // Where nothing was found there may be much that has expired.
          Limit: Math.min(LARGEST_CHUNK, (limit + 1) * 2 ** chunks),
          ...(start ? { ExclusiveStartKey: start } : {}),
        })
        items.push(...((found.Items ?? []) as unknown as StoredMessage[]).map(messageOf))
        start = found.LastEvaluatedKey
        if (items.length > limit || start === undefined) break
      }
      if (items.length > limit) {
        items.length = limit
        return { items, next: items.at(-1)?.id ?? null }
      }
      // Everything looked at so far was over; the reader goes on from there.
      return { items, next: start ? String(start.sk).slice(messageSk('').length) : null }
    },

    /** How many live messages of others came after one, counted up to `most`. */
    countAfter: async (
      scope: MessageScope,
      readerId: string,
      lastReadId: string | undefined,
      most: number,
      now: Date,
    ): Promise<number> => {
      const after = later(scope.sinceId, lastReadId)
      const hiddenIds = [...scope.hiddenIds, readerId]
      let count = 0
      let start: Record<string, unknown> | undefined
      do {
        const found = await table.query({
          ...visible({ ...scope, hiddenIds }, after, now),
          Select: 'COUNT',
          ConsistentRead: true,
          Limit: most + 1,
          ...(start ? { ExclusiveStartKey: start } : {}),
        })
        count += found.Count ?? 0
        start = found.LastEvaluatedKey
      } while (start !== undefined && count < most)
      return Math.min(count, most)
    },

    /** Puts a message back as it was. @returns whether it is there; not when it is over by now */
    restore: async (conversationId: string, message: Message, now: Date): Promise<boolean> => {
      const { id, senderId, key, body, lifetime, createdAt, expiresAt } = message
      const expiry = secondsOf(new Date(expiresAt))
      if (expiry <= secondsOf(now)) return false
      const Item = {
        ...messageKey(conversationId, id),
        senderId,
        key,
        body,
        lifetime,
        createdAt,
        expiresAt: expiry,
      }
      await table.write([
        { Put: { TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(pk)' } },
      ])
      return true
    },

    /** Whether a message is gone: one of this sender's, or none at all. */
    remove: (conversationId: string, id: string, senderId: string) =>
      table.remove({
        Key: messageKey(conversationId, id),
        ConditionExpression: 'attribute_not_exists(pk) or senderId = :sender',
        ExpressionAttributeValues: { ':sender': senderId },
      }),
  }
}

/** The part of a query that says which messages: what came after which one, their life, their senders. */
function visible({ conversationId, hiddenIds }: MessageScope, after: string | undefined, now: Date) {
  const hidden = hiddenIds.map((id, index) => [`:hidden${index}`, id] as const)
  const notHidden =
    hidden.length > 0 ? ` and not senderId in (${hidden.map(([name]) => name).join(', ')})` : ''
  return {
    KeyConditionExpression: 'pk = :pk and sk between :from and :to',
    FilterExpression: `expiresAt > :now${notHidden}`,
    ExpressionAttributeValues: {
      ':pk': conversationPk(conversationId),
      // "Between" includes both ends, and a tilde sorts after the id itself.
      ':from': after === undefined ? messageSk('') : `${messageSk(after)}~`,
      ':to': AFTER_MESSAGES,
      ':now': secondsOf(now),
      ...Object.fromEntries(hidden),
    },
  }
}

const later = (one: string | undefined, other: string | undefined) =>
  one === undefined || (other !== undefined && other > one) ? other : one

function messageOf({ sk, expiresAt, senderId, key, body, lifetime, createdAt }: StoredMessage): Message {
  return {
    id: sk.slice(messageSk('').length),
    senderId,
    key,
    body,
    lifetime,
    createdAt,
    expiresAt: new Date(expiresAt * 1000).toISOString(),
  }
}
