import type { Lifetime } from '@mayfly/contract/lifetimes'
import { inboxOf } from './inbox.ts'
import { CONVERSATION, conversationPk, entryKey, leaverSk, memberSk, messageSk } from './message-keys.ts'
import { secondsOf } from './messages.ts'
import type { Key, MessagesTable } from './messages-table.ts'

/** Somebody in a conversation. */
export interface StoredMember {
  id: string
  /** What came up to here is not theirs to see. */
  sinceId?: string | undefined
  lastReadId?: string | undefined
  expiresAt: number
}

export interface StoredConversation {
  id: string
  isGroup: boolean
  lifetime: Lifetime
  expiresAt: number
  members: StoredMember[]
  /** Who has left it; what they wrote stays until its end. */
  leaverIds: string[]
}

interface StoredItem extends Record<string, unknown> {
  sk: string
  expiresAt: number
}

/** So often the end of a conversation is moved, at the most. */
const DAY_SECONDS = 24 * 60 * 60

export const conversationStore = (table: MessagesTable) => {
  const inbox = inboxOf(table)

  /** A live conversation with its live members. They sort before the messages. */
  async function find(id: string, now: Date): Promise<StoredConversation | undefined> {
    const { Items = [] } = await table.query({
      KeyConditionExpression: 'pk = :pk and sk < :messages',
      FilterExpression: 'expiresAt > :now',
      ExpressionAttributeValues: {
        ':pk': conversationPk(id),
        ':messages': messageSk(''),
        ':now': secondsOf(now),
      },
      ConsistentRead: true,
    })
    const items = Items as StoredItem[]
    const conversation = items.find(({ sk }) => sk === CONVERSATION)
    if (conversation === undefined) return undefined
    const { isGroup, lifetime, expiresAt } = conversation as StoredItem & StoredConversation
    const members = items.filter(isMember).map(memberOf)
    const leaverIds = items.filter(isLeaver).map(({ sk }) => sk.slice(leaverSk('').length))
    return { id, isGroup, lifetime, expiresAt, members, leaverIds }
  }

  /** Moves the end of a conversation, of one's place in it, or of one's entry for it, to a later time. */
  const prolong = (Key: Key, expiresAt: Date) =>
    table.update({
      Key,
      UpdateExpression: 'set expiresAt = :end',
      ConditionExpression: 'attribute_exists(pk) and expiresAt < :end',
      ExpressionAttributeValues: { ':end': secondsOf(expiresAt) },
    })

  return {
    ...inbox,

    /** A live conversation that this person is in. */
    findFor: async (id: string, personId: string, now: Date) => {
      const conversation = await find(id, now)
      return conversation?.members.some((member) => member.id === personId) ? conversation : undefined
    },

    find,

    /** Makes a conversation, or makes one that is there live on. It exists when all its members do. */
    start: async (
      { id, isGroup, lifetime }: { id: string; isGroup: boolean; lifetime: Lifetime },
      memberIds: readonly string[],
      expiresAt: Date,
    ): Promise<void> => {
      const pk = conversationPk(id)
      const end = { ':end': secondsOf(expiresAt) }
      const noting = memberIds.map((personId) =>
        table.update({
          Key: entryKey(personId, id),
          UpdateExpression: 'set expiresAt = :end',
          ExpressionAttributeValues: end,
        }),
      )
      await Promise.all(noting)
      const joining = memberIds.map((personId) =>
        table.update({
          Key: { pk, sk: memberSk(personId) },
          UpdateExpression: 'set expiresAt = :end',
          ExpressionAttributeValues: end,
        }),
      )
      await Promise.all(joining)
      await table.update({
        Key: { pk, sk: CONVERSATION },
        UpdateExpression:
          'set expiresAt = :end, isGroup = :isGroup, lifetime = if_not_exists(lifetime, :lifetime)',
        ExpressionAttributeValues: { ...end, ':isGroup': isGroup, ':lifetime': lifetime },
      })
    },

    /** @returns false when there is no such conversation any more */
    setLifetime: (id: string, lifetime: Lifetime) =>
      table.update({
        Key: { pk: conversationPk(id), sk: CONVERSATION },
        UpdateExpression: 'set lifetime = :lifetime',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':lifetime': lifetime },
      }),

    /** Makes a conversation, and each place in it, live on to this end or to one a day before it. */
    prolong: async ({ id, members, expiresAt }: StoredConversation, end: Date): Promise<void> => {
      const ends = [expiresAt, ...members.map((member) => member.expiresAt)]
      if (Math.min(...ends) >= secondsOf(end) - DAY_SECONDS) return
      const pk = conversationPk(id)
      const entries = members.map((member) => entryKey(member.id, id))
      await Promise.all(entries.map((key) => prolong(key, end)))
      const sorts = [...members.map((member) => memberSk(member.id)), CONVERSATION]
      await Promise.all(sorts.map((sk) => prolong({ pk, sk }, end)))
    },

    /** Notes how far a member has read. It never goes back. @returns whether they have read on */
    markRead: async (id: string, personId: string, messageId: string): Promise<boolean> => {
      const forward = {
        UpdateExpression: 'set lastReadId = :message',
        ConditionExpression:
          'attribute_exists(pk) and (attribute_not_exists(lastReadId) or lastReadId < :message)',
        ExpressionAttributeValues: { ':message': messageId },
      }
      const hasReadOn = await table.update({
        Key: { pk: conversationPk(id), sk: memberSk(personId) },
        ...forward,
      })
      // After it: an entry that knows more than the member would hide what is unread.
      await table.update({ Key: entryKey(personId, id), ...forward })
      return hasReadOn
    },

    /** Takes a member out of a group, and notes it for as long as their messages may be there. */
    leave: async (id: string, personId: string, expiresAt: Date): Promise<void> => {
      const pk = conversationPk(id)
      const left = { pk, sk: leaverSk(personId), expiresAt: secondsOf(expiresAt) }
      await table.write([
        { Delete: { TableName: table.name, Key: { pk, sk: memberSk(personId) } } },
        { Put: { TableName: table.name, Item: left } },
      ])
      await inbox.takeOut(id, personId, expiresAt)
    },

    /** Hides from a member all up to this message. The next one brings the conversation back. */
    empty: async (id: string, personId: string, newestId: string | undefined): Promise<void> => {
      if (newestId !== undefined)
        await table.update({
          Key: { pk: conversationPk(id), sk: memberSk(personId) },
          UpdateExpression: 'set sinceId = :since',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':since': newestId },
        })
      await inbox.takeOut(id, personId)
    },
  }
}

const isMember = ({ sk }: StoredItem) => sk.startsWith(memberSk(''))
const isLeaver = ({ sk }: StoredItem) => sk.startsWith(leaverSk(''))

function memberOf(item: StoredItem): StoredMember {
  const { sk, sinceId, lastReadId, expiresAt } = item as StoredItem & StoredMember
  return { id: sk.slice(memberSk('').length), sinceId, lastReadId, expiresAt }
}
