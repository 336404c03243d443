import type { StoredConversation } from './conversations.ts'
import {
  AFTER_MESSAGES,
  CONVERSATION,
  conversationIn,
  conversationPk,
  entryKey,
  leaverSk,
  memberSk,
  messageSk,
  personPk,
  sentSk,
} from './message-keys.ts'
import type { Key, MessagesTable } from './messages-table.ts'

/** Conversations in one go; the caller comes again. */
const PORTION = 10
const REMOVALS_AT_ONCE = 25

/** What becomes of somebody's messages when their account is deleted. */
export const leavingMessageStore = (table: MessagesTable) => {
  /** All keys that a query finds, a page at a time. */
  async function* keysOf(query: Parameters<MessagesTable['query']>[0]): AsyncGenerator<Key[]> {
    let start: Record<string, unknown> | undefined
    do {
      const found = await table.query({
        ...query,
        ProjectionExpression: 'pk, sk',
        ConsistentRead: true,
        ...(start ? { ExclusiveStartKey: start } : {}),
      })
      yield (found.Items ?? []) as unknown as Key[]
      start = found.LastEvaluatedKey
    } while (start !== undefined)
  }

  async function removeAll(keys: readonly Key[]): Promise<void> {
    for (let start = 0; start < keys.length; start += REMOVALS_AT_ONCE)
      await Promise.all(keys.slice(start, start + REMOVALS_AT_ONCE).map((Key) => table.remove({ Key })))
  }

  async function removeFound(query: Parameters<MessagesTable['query']>[0]): Promise<void> {
    for await (const keys of keysOf(query)) await removeAll(keys)
  }

  /** The entries of the others first, and the rest from its end on: who is in it is known until nothing else is left. */
  async function removeConversation(id: string, personId: string): Promise<void> {
    const pk = conversationPk(id)
    const members = keysOf({
      KeyConditionExpression: 'pk = :pk and begins_with(sk, :member)',
      ExpressionAttributeValues: { ':pk': pk, ':member': memberSk('') },
    })
    for await (const keys of members) {
      const others = keys.filter(({ sk }) => sk !== memberSk(personId))
      await removeAll(others.map(({ sk }) => entryKey(sk.slice(memberSk('').length), id)))
    }
    await removeFound({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ScanIndexForward: false,
    })
  }

  /** The member first: from then on nothing of theirs can come. */
  async function removeFromGroup(id: string, personId: string): Promise<void> {
    const pk = conversationPk(id)
    await table.remove({ Key: { pk, sk: memberSk(personId) } })
    await removeFound({
      KeyConditionExpression: 'pk = :pk and sk between :from and :to',
      FilterExpression: 'senderId = :sender',
      ExpressionAttributeValues: {
        ':pk': pk,
        ':from': messageSk(''),
        ':to': AFTER_MESSAGES,
        ':sender': personId,
      },
    })
    await removeFound({
      KeyConditionExpression: 'pk = :pk and begins_with(sk, :sent)',
      ExpressionAttributeValues: { ':pk': pk, ':sent': sentSk(personId, '') },
    })
    await table.remove({ Key: { pk, sk: leaverSk(personId) } })
  }

  return {
    /**
     * Takes a person out of the messages: what they wrote, their places in groups, and each conversation of two, which
     * nobody can see any more. A portion at a time; doing it again changes nothing.
     * @returns whether nothing of theirs is left
     */
    removePerson: async (personId: string): Promise<boolean> => {
      const { Items = [], LastEvaluatedKey } = await table.query({
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': personPk(personId) },
        ConsistentRead: true,
        Limit: PORTION,
      })
      for (const { sk } of Items as unknown as Key[]) {
        const id = conversationIn(sk)
        const conversation = (await table.get({ pk: conversationPk(id), sk: CONVERSATION })) as
          | Pick<StoredConversation, 'isGroup'>
          | undefined
        if (conversation?.isGroup === false) await removeConversation(id, personId)
        else await removeFromGroup(id, personId)
        // Last, for by it the rest is found.
        await table.remove({ Key: entryKey(personId, id) })
      }
      return LastEvaluatedKey === undefined
    },
  }
}
