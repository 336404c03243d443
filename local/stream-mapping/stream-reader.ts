import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams'
import { type ArrivedRecord, arrivedRecord } from './arrived-record.ts'

const patienceMilliseconds = 10_000

export type ReaderParts = {
  streams: DynamoDBStreamsClient
  streamArn: string
  /** The last record that is done with; the trim horizon when there is none. */
  after: string | undefined
  /** Told when the stream no longer holds what comes after that record. */
  onTrimmed: () => void
  /** Ends a call that is under way. */
  signal: AbortSignal
}

type Shard = { id: string; hashKey: string }

export type StreamReader = ReturnType<typeof openReader>

/** Reads a stream on. A read that fails skips nothing: the next one begins at the same place. */
export function openReader({ streams, streamArn, after, onTrimmed, signal }: ReaderParts) {
  let position = after
  let shard: Shard | undefined
  let iterator: string | undefined

  async function read(): Promise<ArrivedRecord[]> {
    const { id, hashKey } = await findShard()
    iterator ??= await openIterator(id)
    const answer = await streams.send(new GetRecordsCommand({ ShardIterator: iterator }), within())
    iterator = answer.NextShardIterator
    const records = (answer.Records ?? []).map((record) => arrivedRecord(record, streamArn, hashKey))
    position = records.at(-1)?.sequenceNumber ?? position
    return records
  }

  async function findShard(): Promise<Shard> {
    shard ??= await describe()
    return shard
  }

  async function describe(): Promise<Shard> {
    const command = new DescribeStreamCommand({ StreamArn: streamArn })
    const { StreamDescription: stream } = await streams.send(command, within())
    const [{ ShardId: id } = {}, ...others] = stream?.Shards ?? []
    const hashKey = stream?.KeySchema?.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName
    if (id === undefined || hashKey === undefined || others.length > 0) {
      throw new Error(`${streamArn} must have one shard, as every stream of the embedded DynamoDB has.`)
    }
    return { id, hashKey }
  }

  async function openIterator(shardId: string): Promise<string | undefined> {
    const command = new GetShardIteratorCommand({
      StreamArn: streamArn,
      ShardId: shardId,
      ShardIteratorType: position === undefined ? 'TRIM_HORIZON' : 'AFTER_SEQUENCE_NUMBER',
      SequenceNumber: position,
    })
    const { ShardIterator } = await streams.send(command, within())
    return ShardIterator
  }

  function within() {
    return { abortSignal: AbortSignal.any([signal, AbortSignal.timeout(patienceMilliseconds)]) }
  }

  async function readAgainAfter(error: unknown): Promise<ArrivedRecord[]> {
    iterator = undefined
    if (error instanceof ExpiredIteratorException) return read()
    if (!(error instanceof TrimmedDataAccessException)) throw error
    onTrimmed()
    position = undefined
    return read()
  }

  return {
    /** The next records in order; none when there are none yet. */
    read: () => read().catch(readAgainAfter),
    /** Known from the first read on. */
    shardId: () => shard?.id ?? '',
  }
}
