import type { S3EventRecord } from 'aws-lambda'
import { encode } from '../sigv4-canonical.ts'
import type { StoredObject } from './objects.ts'

export type EventName =
  | 'ObjectCreated:Put'
  | 'ObjectCreated:Post'
  | 'ObjectCreated:Copy'
  | 'ObjectCreated:CompleteMultipartUpload'
  | 'ObjectRemoved:Delete'

export type EventOrigin = { region: string; accessKeyId: string; requestId: string; at: Date }

/** One record of an S3 event, without its sequencer. Source: "Event message structure", S3 user guide. */
export function objectEvent(
  name: EventName,
  { bucket, key, size, etag }: StoredObject,
  { region, accessKeyId, requestId, at }: EventOrigin,
) {
  const isCreated = name.startsWith('ObjectCreated')
  return {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: region,
    eventTime: at.toISOString(),
    eventName: name,
    userIdentity: { principalId: `AWS:${accessKeyId}` },
    requestParameters: { sourceIPAddress: '127.0.0.1' },
    responseElements: { 'x-amz-request-id': requestId, 'x-amz-id-2': requestId },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId: 'notify',
      bucket: { name: bucket, ownerIdentity: { principalId: 'LOCAL' }, arn: `arn:aws:s3:::${bucket}` },
      object: { key: keyInEvent(key), ...(isCreated ? { size, eTag: etag } : {}) },
    },
  }
}

export type UnsequencedRecord = ReturnType<typeof objectEvent>

/** Sequencers of one key compare as text: the later event has the greater one. */
export function withSequencer(record: UnsequencedRecord, id: number): S3EventRecord {
  const sequencer = id.toString(16).toUpperCase().padStart(18, '0')
  const object = { ...record.s3.object, sequencer }
  return { ...record, s3: { ...record.s3, object } } as S3EventRecord
}

/** Keys come URL-encoded in events, with a plus sign for a space. */
function keyInEvent(key: string): string {
  return encode(key).replaceAll('%2F', '/').replaceAll('%20', '+')
}
