import type { AttributeValue, _Record as StreamedRecord } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord, AttributeValue as EventValue } from 'aws-lambda'

/** A record of the stream as a function gets it, with what the mapping itself must know of it. */
export type ArrivedRecord = {
  sequenceNumber: string
  createdAt: Date
  /** The same text for the same partition key. */
  partitionKey: string
  event: DynamoDBRecord
}

type Item = Record<string, AttributeValue>

/** Turns what the Streams API gives into what Lambda hands on. Source: "Using AWS Lambda with Amazon DynamoDB". */
export function arrivedRecord(record: StreamedRecord, streamArn: string, hashKey: string): ArrivedRecord {
  const { dynamodb = {}, userIdentity, ...head } = record
  const { ApproximateCreationDateTime: createdAt = new Date(0), Keys = {}, NewImage, OldImage } = dynamodb
  const { SequenceNumber: sequenceNumber = '', SizeBytes, StreamViewType } = dynamodb
  const keys = eventItem(Keys)
  const change = {
    ApproximateCreationDateTime: createdAt.getTime() / 1000,
    Keys: keys,
    ...(NewImage && { NewImage: eventItem(NewImage) }),
    ...(OldImage && { OldImage: eventItem(OldImage) }),
    SequenceNumber: sequenceNumber,
    SizeBytes,
    StreamViewType,
  }
  const { Type: type, PrincipalId: principalId } = userIdentity ?? {}
  const event: DynamoDBRecord = {
    ...head,
    dynamodb: change,
    ...(userIdentity && { userIdentity: { type, principalId } }),
    eventSourceARN: streamArn,
  }
  return { sequenceNumber, createdAt, partitionKey: JSON.stringify(keys[hashKey]), event }
}

function eventItem(item: Item): Record<string, EventValue> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, eventValue(value)]))
}

/** In an event, bytes are base64. */
function eventValue(value: AttributeValue): EventValue {
  if (value.B !== undefined) return { B: base64(value.B) }
  if (value.BS !== undefined) return { BS: value.BS.map(base64) }
  if (value.L !== undefined) return { L: value.L.map(eventValue) }
  if (value.M !== undefined) return { M: eventItem(value.M) }
  return value as EventValue
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
