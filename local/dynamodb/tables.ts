import { DynamoDbError } from './dynamodb-error.ts'
import { tableRow } from './rows.ts'
import type { View } from './view.ts'

export type AttributeValue = Record<string, unknown>
export type Item = Record<string, AttributeValue>
export type KeySchema = { AttributeName: string; KeyType: string }[]

export type Index = {
  IndexName: string
  KeySchema: KeySchema
  Projection: { ProjectionType: string; NonKeyAttributes?: string[] }
}

/** The part of DynamoDB's own description that its engine reads. */
export type TableDescription = {
  TableName: string
  TableArn: string
  KeySchema: KeySchema
  AttributeDefinitions: { AttributeName: string; AttributeType: string }[]
  GlobalSecondaryIndexes?: Index[]
}

export const streamViewTypes = ['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES'] as const
export type StreamViewType = (typeof streamViewTypes)[number]

export type Stream = { arn: string; label: string; viewType: StreamViewType }

export type Table = {
  id: string
  description: TableDescription
  stream?: Stream
  /** `isIndexed` is false as long as items from before have no expiry row. */
  ttl?: { attribute: string; isIndexed: boolean }
}

/** Throws ResourceNotFoundException when there is none. */
export function tableIn(view: View, name: string): Table {
  const table = view.get<Table>(tableRow(name))
  if (table) return table
  throw new DynamoDbError('ResourceNotFoundException', 'Requested resource not found')
}
