import { randomUUID } from 'node:crypto'
import { QueryCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import type { House } from '@mayfly/local/house'
import { signUp } from './house.ts'
import { openDynamo, type Pair, send } from './pairs.ts'
import { rate, report } from './rate.ts'

const CONVERSATIONS = 20

/** Sends and reads a second by the gateway, beside the bare calls of DynamoDB that they can't do without. */
export async function measureRates(house: House, pairs: Pair[]): Promise<void> {
  const dynamo = openDynamo(house)
  const TableName = house.config.MESSAGES_TABLE
  const { id, reader } = pairs[0] as Pair
  const host = await withInbox(house)
  let turn = 0
  const nextPair = () => {
    turn += 1
    return pairs[turn % pairs.length] as Pair
  }
  const put = (sk: string) => ({ Put: { TableName, Item: { pk: { S: 'BENCH' }, sk: { S: sk } } } })
  const transaction = () =>
    dynamo.send(
      new TransactWriteItemsCommand({
        TransactItems: [put(randomUUID()), put(randomUUID()), put(randomUUID())],
      }),
    )
  const query = () =>
    dynamo.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk and begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': { S: `CONV#${id}` }, ':sk': { S: 'MSG#' } },
        Limit: 20,
      }),
    )
  // The inbox, and of each conversation its members, its last message and what is unread.
  const inbox = () => Promise.all(Array.from({ length: 1 + 3 * CONVERSATIONS }, query))
  report('Sends', 'the bare transaction', {
    'the bare transaction': await rate(transaction),
    'sendMessage, by the gateway': await rate(() => send(nextPair())),
  })
  report('Reads', 'the bare query', {
    'the bare query': await rate(query),
    'listMessages, 20 of them, by the gateway': await rate(() => reader.client.listMessages({ id })),
  })
  report(`Inboxes of ${CONVERSATIONS} conversations`, 'its bare queries', {
    'its bare queries': await rate(inbox),
    'listConversations, by the gateway': await rate(() => host.client.listConversations({})),
  })
  dynamo.destroy()
}

/** Somebody whom many others have written to. */
async function withInbox(house: House) {
  const host = await signUp(house, 'host')
  for (let number = 0; number < CONVERSATIONS; number += 1) {
    const sender = await signUp(house, `caller${number}`)
    const { id } = await sender.client.startConversation({ handles: [host.handle] })
    await send({ id, sender, reader: host })
  }
  return host
}
