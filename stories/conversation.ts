import { randomUUID } from 'node:crypto'
import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import type { Message } from '@mayfly/contract/messages'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { expect, onTestFinished } from 'vitest'
import type { Guest } from './guest.ts'
import { openStoryHouse, type StoryHouse } from './house.ts'

export const say = (guest: Guest, id: string, body: string, more: object = {}) =>
  guest.sendMessage({ id, key: randomUUID(), body, ...more })

/** Ada and Bob, and the conversation that they have. */
export async function adaAndBob() {
  const house = await openStoryHouse()
  const [ada, bob] = await Promise.all([house.as('ada'), house.as('bob')])
  const { id } = await ada.startConversation({ handles: ['bob'] })
  return { house, ada, bob, id }
}

/** Waits until a message has moved its conversation up in this guest's inbox. */
export async function arrives(house: StoryHouse, guest: Guest, message: Message) {
  const newest = async () => {
    const { entries } = await house.stores.conversations.listInbox(guest.id, { limit: 1 }, house.now())
    return entries[0]?.lastMessageId
  }
  await expect.poll(newest, { timeout: 30_000 }).toBe(message.id)
}

/** The table itself, as an operator would look at it. */
export function tableOf({ config }: StoryHouse) {
  const client = new DynamoDBClient({
    region: config.AWS_REGION,
    endpoint: config.AWS_ENDPOINT_URL_DYNAMODB ?? '',
    credentials: {
      accessKeyId: config.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: config.AWS_SECRET_ACCESS_KEY ?? '',
    },
  })
  onTestFinished(() => client.destroy())
  const TableName = config.MESSAGES_TABLE
  return {
    put: (pk: string, sk: string) =>
      client.send(new PutItemCommand({ TableName, Item: { pk: { S: pk }, sk: { S: sk } } })),
    keys: async () => {
      const { Items = [] } = await client.send(new ScanCommand({ TableName }))
      return Items.map(({ pk, sk }) => `${pk?.S} ${sk?.S}`)
    },
  }
}

/** What the stream says of a message. */
export const recordOf = (id: string, message: Message): DynamoDBStreamEvent => ({
  Records: [
    {
      eventName: 'INSERT',
      dynamodb: { Keys: { pk: { S: `CONV#${id}` }, sk: { S: `MSG#${message.id}` } }, SequenceNumber: '1' },
    },
  ],
})
