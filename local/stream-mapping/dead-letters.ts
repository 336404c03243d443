import { openDurableFile } from '../durable-file.ts'
import type { ArrivedRecord } from './arrived-record.ts'

/**
 * What an on-failure destination gets for records that were given up: where they are, nothing of what they say.
 * Source: "Retain discarded records for a DynamoDB event source in Lambda".
 */
export type DeadLetter = {
  requestContext: {
    requestId: string
    functionArn: string
    condition: DeathCause
    approximateInvokeCount: number
  }
  /** Null when the function was never asked. */
  responseContext: { statusCode: 200; executedVersion: '$LATEST'; functionError: 'Unhandled' | null } | null
  version: '1.0'
  timestamp: string
  DDBStreamBatchInfo: {
    shardId: string
    startSequenceNumber: string
    endSequenceNumber: string
    approximateArrivalOfFirstRecord: string
    approximateArrivalOfLastRecord: string
    batchSize: number
    streamArn: string
  }
}

export type DeathCause = 'RetryAttemptsExhausted' | 'RecordAgeExceeded'

export function batchInfo(records: readonly ArrivedRecord[], shardId: string, streamArn: string) {
  const first = records[0] as ArrivedRecord
  const last = records.at(-1) as ArrivedRecord
  return {
    shardId,
    startSequenceNumber: first.sequenceNumber,
    endSequenceNumber: last.sequenceNumber,
    approximateArrivalOfFirstRecord: inSeconds(first.createdAt),
    approximateArrivalOfLastRecord: inSeconds(last.createdAt),
    batchSize: records.length,
    streamArn,
  }
}

function inSeconds(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`
}

const most = 1_000
/** As long as SQS can keep a message. */
const longestMilliseconds = 14 * 24 * 60 * 60 * 1_000

export type DeadLetterQueue = Awaited<ReturnType<typeof openDeadLetters>>

/** Keeps the newest thousand dead letters, for 14 days. */
export async function openDeadLetters(path: string, now: () => Date) {
  const file = await openDurableFile(path)
  let letters = (file.saved ?? []) as DeadLetter[]
  /** On their way to the disk: nobody sees them before they are there. */
  let arriving: DeadLetter[] = []

  const living = () => {
    const oldest = now().getTime() - longestMilliseconds
    return letters.filter(({ timestamp }) => Date.parse(timestamp) > oldest).slice(-most)
  }

  return {
    /** Resolved means: it survives a crash. */
    add: async (letter: DeadLetter): Promise<void> => {
      arriving.push(letter)
      try {
        await file.save(() => [...living(), ...arriving].slice(-most))
        letters = [...living(), letter].slice(-most)
      } finally {
        arriving = arriving.filter((other) => other !== letter)
      }
    },

    /** Oldest first. */
    list: living,

    /** Removes from the disk what is too old. */
    sweep: async (): Promise<void> => {
      const kept = living()
      if (kept.length === letters.length) return
      letters = kept
      await file.save(() => [...living(), ...arriving])
    },
  }
}
