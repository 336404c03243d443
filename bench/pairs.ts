import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { House } from '@mayfly/local/house'
import type { Person } from './house.ts'

/** Two people with a conversation. */
export interface Pair {
  id: string
  sender: Person
  reader: Person
}

/** Says something of ordinary length. */
export function send({ id, sender }: Pair) {
  const body = 'A message of ordinary length, as people write.'
  return sender.client.sendMessage({ id, key: randomUUID(), body })
}

/** How AWS's own clients reach the house's parts. */
export const awsOf = ({ config }: House) => ({
  region: config.AWS_REGION,
  endpoint: config.AWS_ENDPOINT_URL_DYNAMODB ?? '',
  credentials: {
    accessKeyId: config.AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: config.AWS_SECRET_ACCESS_KEY ?? '',
  },
})

export const openDynamo = (house: House) => new DynamoDBClient(awsOf(house))
