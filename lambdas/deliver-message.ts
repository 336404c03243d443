import { creationOf, expiryOf } from '@mayfly/domain/expiring-id'
import { conversationExpiry } from '@mayfly/domain/messages'
import type { StoredConversation, Stores } from '@mayfly/storage/stores'
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { onLambda, type Surroundings } from './on-lambda.ts'

/** A message that came, or that was deleted. */
interface Change {
  type: 'message' | 'message-gone'
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
  const now = clock()
  const changes = event.Records.flatMap((record) => changeIn(record, now) ?? [])
  const byConversation = Map.groupBy(changes, ({ conversationId }) => conversationId)
  const deliveries = [...byConversation].map(([id, theirs]) => deliver(id, theirs, stores, now))
  const outcomes = await Promise.allSettled(deliveries)
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failed) throw failed.reason
}

/** All that happened in one conversation, in its order. The stream carries keys alone, and ids tell the rest. */
async function deliver(id: string, changes: readonly Change[], { conversations, live }: Stores, now: Date) {
  const conversation = await conversations.find(id, now)
  if (conversation === undefined) return
  const newest = changes
    .filter(({ type }) => type === 'message')
    .map(({ messageId }) => messageId)
    .sort()
    .at(-1)
  if (newest !== undefined) {
    const end = conversationExpiry(creationOf(newest) as Date)
    const readers = readersOf(newest, conversation)
    await Promise.all(readers.map((member) => conversations.moveUp(id, member, newest, end)))
  }
  await live.tellAll(
    changes.map((change) => ({
      to: readersOf(change.messageId, conversation).map((member) => member.id),
      event: change,
    })),
  )
}

/** A member who has emptied the conversation since wants it back for later messages alone. */
const readersOf = (messageId: string, { members }: StoredConversation) =>
  members.filter(({ sinceId }) => sinceId === undefined || sinceId < messageId)

/** Undefined for what is no news to anybody. @throws when the key is none of ours */
function changeIn({ eventName, dynamodb, userIdentity }: DynamoDBRecord, now: Date): Change | undefined {
  const pk = dynamodb?.Keys?.pk?.S ?? ''
  const sk = dynamodb?.Keys?.sk?.S ?? ''
  if (!sk.startsWith('MSG#')) return undefined
  const conversationId = pk.slice('CONV#'.length)
  const messageId = sk.slice('MSG#'.length)
  const expiresAt = expiryOf(messageId)
  if (!pk.startsWith('CONV#') || expiresAt === undefined)
    throw new Error('A record of the stream has a key that no message has.')
  // What its time has taken away is gone from every page already.
  const isExpiry = expiresAt <= now || userIdentity?.principalId === 'dynamodb.amazonaws.com'
  if (isExpiry) return undefined
  if (eventName === 'INSERT') return { type: 'message', conversationId, messageId }
  return eventName === 'REMOVE' ? { type: 'message-gone', conversationId, messageId } : undefined
}

export const handler = onLambda('deliver-message', deliverMessage)
