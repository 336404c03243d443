import { DynamoDbError, invalid } from './dynamodb-error.ts'

/** A place in a stream: the next record to read is the first one with at least this sequence number. */
export type Place = { arn: string; next: number }

const lifetimeMilliseconds = 15 * 60 * 1000

/** An iterator for a place; it ends after 15 minutes of real time, as does its caller's patience. */
export function writeIterator({ arn, next }: Place): string {
  return Buffer.from(JSON.stringify([arn, next, Date.now()])).toString('base64')
}

/** Throws ValidationException for one that is not ours and ExpiredIteratorException for an old one. */
export function readIterator(text: string): Place {
  const [arn, next, issuedAt] = parse(text)
  const isOurs = typeof arn === 'string' && Number.isSafeInteger(next) && typeof issuedAt === 'number'
  if (!isOurs) throw invalid('Invalid ShardIterator')
  if (Date.now() - issuedAt > lifetimeMilliseconds) {
    throw new DynamoDbError('ExpiredIteratorException', 'The shard iterator is older than 15 minutes.')
  }
  return { arn, next: next as number }
}

function parse(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64').toString())
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}
