import { randomUUID } from 'node:crypto'
import keys from 'dynalite/db/index.js'
import type { ItemChange, UserIdentity } from './draft.ts'
import type { Item, Stream, StreamViewType } from './tables.ts'

/** A record as GetRecords answers with it. */
export type StreamRecord = {
  eventID: string
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE'
  eventVersion: '1.1'
  eventSource: 'aws:dynamodb'
  awsRegion: string
  userIdentity?: UserIdentity
  dynamodb: {
    ApproximateCreationDateTime: number
    Keys: Item
    NewImage?: Item
    OldImage?: Item
    SequenceNumber: string
    SizeBytes: number
    StreamViewType: StreamViewType
  }
}

type Making = { region: string; sequence: number; now: Date }

/** What a stream tells of a change. It holds no more of the item than the stream's view type shows. */
export function streamRecord(
  change: ItemChange,
  { viewType }: Stream,
  { region, sequence, now }: Making,
): StreamRecord {
  const { table, before, after, by } = change
  const names = table.description.KeySchema.map(({ AttributeName }) => AttributeName)
  const item = after ?? before ?? {}
  const Keys = Object.fromEntries(names.map((name) => [name, item[name] ?? {}]))
  const images = {
    ...(after && showsNew(viewType) && { NewImage: after }),
    ...(before && showsOld(viewType) && { OldImage: before }),
  }
  const SizeBytes = [Keys, ...Object.values(images)].reduce((sum, each) => sum + keys.itemSize(each), 0)
  return {
    eventID: randomUUID().replaceAll('-', ''),
    eventName: !before ? 'INSERT' : after ? 'MODIFY' : 'REMOVE',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: region,
    ...(by && { userIdentity: by }),
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(now.getTime() / 1000),
      Keys,
      ...images,
      SequenceNumber: sequenceText(sequence),
      SizeBytes,
      StreamViewType: viewType,
    },
  }
}

const showsNew = (viewType: StreamViewType) => viewType === 'NEW_IMAGE' || viewType === 'NEW_AND_OLD_IMAGES'
const showsOld = (viewType: StreamViewType) => viewType === 'OLD_IMAGE' || viewType === 'NEW_AND_OLD_IMAGES'

/** Sequence numbers sort as texts and as numbers, and have as many digits as DynamoDB asks for. */
export function sequenceText(sequence: number): string {
  return `1${String(sequence).padStart(20, '0')}`
}

/** Undefined for a text that is no sequence number of ours. */
export function readSequence(text: string): number | undefined {
  const digits = /^1(\d{20})$/.exec(text)?.[1]
  const sequence = Number(digits)
  return Number.isSafeInteger(sequence) ? sequence : undefined
}
