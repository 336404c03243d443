import { creationOf } from '@mayfly/domain/expiring-id'
import { conversationExpiry } from '@mayfly/domain/messages'
import type { Stores } from '@mayfly/storage/stores'
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { onLambda, type Surroundings } from './on-lambda.ts'

interface MessageName {
  conversationId: string
  messageId: string
}

/**
 * Brings each message to its conversation's members: moves the conversation up in their inboxes and tells those who
 * are connected. Records may come twice, and change nothing then. What can't be delivered is thrown, and Lambda tries
 * again until the one record that is to blame is alone.
 */
export async function deliverMessage(
  event: DynamoDBStreamEvent,
  { stores, now: clock }: Pick<Surroundings, 'stores' | 'now'>,
): Promise<void> {
  // One after the other: the stream keeps the order of a conversation.
  for (const record of event.Records) await deliver(record, stores, clock())
}

async function deliver(record: DynamoDBRecord, stores: Stores, now: Date): Promise<void> {
  const name = messageIn(record)
  if (name === undefined) return
  // What its time has taken away is gone from every page already.
  const isExpiry = record.userIdentity?.principalId === 'dynamodb.amazonaws.com'
  if (record.eventName === 'INSERT') await bring(name, stores, now)
  if (record.eventName === 'REMOVE' && !isExpiry) await tellGone(name, stores, now)
}

async function bring({ conversationId, messageId }: MessageName, stores: Stores, now: Date): Promise<void> {
  const conversation = await stores.conversations.find(conversationId, now)
  const message = await stores.messages.find(conversationId, messageId, now)
  if (conversation === undefined || message === undefined) return
  const end = conversationExpiry(new Date(message.createdAt))
  // A member who has emptied the conversation since wants it back for later messages alone.
  const members = conversation.members.filter(({ sinceId }) => sinceId === undefined || sinceId < messageId)
  await Promise.all(
    members.map((member) => stores.conversations.moveUp(conversationId, member, messageId, end)),
  )
  const event = { type: 'message', conversationId, messageId } as const
  await stores.live.tell(
    members.map(({ id }) => id),
    event,
  )
}

async function tellGone({ conversationId, messageId }: MessageName, stores: Stores, now: Date) {
  const conversation = await stores.conversations.find(conversationId, now)
  const members = conversation?.members.map(({ id }) => id) ?? []
  await stores.live.tell(members, { type: 'message-gone', conversationId, messageId })
}

/** The stream carries keys alone; undefined for what is no message. @throws when the key is none of ours */
function messageIn({ dynamodb }: DynamoDBRecord): MessageName | undefined {
  const pk = dynamodb?.Keys?.pk?.S ?? ''
  const sk = dynamodb?.Keys?.sk?.S ?? ''
  if (!sk.startsWith('MSG#')) return undefined
  const name = { conversationId: pk.slice('CONV#'.length), messageId: sk.slice('MSG#'.length) }
  if (!pk.startsWith('CONV#') || creationOf(name.messageId) === undefined)
    throw new Error('A record of the stream has a key that no message has.')
  return name
}

export const handler = onLambda(deliverMessage)
