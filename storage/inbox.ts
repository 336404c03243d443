import { messagesTable } from '@mayfly/config/messages-table'
import type { StoredMember } from './conversations.ts'
import { conversationIn, entryKey, personPk } from './message-keys.ts'
import { secondsOf } from './messages.ts'
import type { MessagesTable } from './messages-table.ts'

/** A conversation in somebody's inbox. */
export interface InboxEntry {
  conversationId: string
  lastMessageId: string
  lastReadId?: string | undefined
}

/** Each person's conversations: their entries in the order of the latest messages. */
export const inboxOf = (table: MessagesTable) => ({
  /** A person's conversations, the latest message first. */
  listInbox: async (
    personId: string,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
    now: Date,
  ): Promise<{ entries: InboxEntry[]; next: string | null }> => {
    const { name, partitionKey, sortKey } = messagesTable.inboxIndex
    const items: Record<string, unknown>[] = []
    let before = cursor
    do {
      const found = await table.query({
        IndexName: name,
        KeyConditionExpression: `#person = :person${before ? ' and #last < :before' : ''}`,
        FilterExpression: 'expiresAt > :now',
        ExpressionAttributeNames: { '#person': partitionKey, ...(before ? { '#last': sortKey } : {}) },
        ExpressionAttributeValues: {
          ':person': personPk(personId),
          ':now': secondsOf(now),
          ...(before ? { ':before': before } : {}),
        },
        ScanIndexForward: false,
        Limit: limit + 1,
      })
      items.push(...(found.Items ?? []))
      before = found.LastEvaluatedKey?.[sortKey] as string | undefined
    } while (before !== undefined && items.length <= limit)
    const entries = items.slice(0, limit).map(entryOf)
    return { entries, next: items.length > limit ? (entries.at(-1)?.lastMessageId ?? null) : null }
  },

  /**
   * Moves a conversation up in a member's inbox. A message that is older than what is there, or the same again,
   * changes nothing, so events may be repeated. Nor does it come back to somebody who is gone.
   */
  moveUp: (id: string, member: StoredMember, messageId: string, expiresAt: Date) =>
    table.update({
      Key: entryKey(member.id, id),
      UpdateExpression:
        'set lastMessageId = :message, lastReadId = if_not_exists(lastReadId, :read), expiresAt = :end',
      ConditionExpression:
        'attribute_exists(pk) and (attribute_not_exists(lastMessageId) or lastMessageId < :message)',
      ExpressionAttributeValues: {
        ':message': messageId,
        ':read': member.lastReadId ?? '',
        ':end': secondsOf(expiresAt),
      },
    }),

  /** Takes a conversation out of a person's inbox, until the next message. Their entry for it stays. */
  takeOut: (id: string, personId: string, expiresAt?: Date) =>
    table.update({
      Key: entryKey(personId, id),
      UpdateExpression: `remove lastMessageId, lastReadId${expiresAt ? ' set expiresAt = :end' : ''}`,
      ConditionExpression: 'attribute_exists(pk)',
      ...(expiresAt ? { ExpressionAttributeValues: { ':end': secondsOf(expiresAt) } } : {}),
    }),
})

function entryOf(item: Record<string, unknown>): InboxEntry {
  const { sk, lastMessageId, lastReadId } = item as unknown as InboxEntry & { sk: string }
  return {
    conversationId: conversationIn(sk),
    lastMessageId,
    lastReadId: lastReadId || undefined,
  }
}
