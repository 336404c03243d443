import { randomUUID } from 'node:crypto'
import type { ArrivedRecord } from './arrived-record.ts'
import { batchInfo, type DeadLetter, type DeadLetterQueue, type DeathCause } from './dead-letters.ts'
import { invokeWith, type Outcome, type StreamFunction } from './invocation.ts'
import { backoff, pause } from './pause.ts'
import type { Progress } from './progress.ts'
import type { MappingSettings } from './settings.ts'

export type DeliveryParts = {
  functionName: string
  run: StreamFunction
  settings: MappingSettings
  streamArn: string
  shardId: () => string
  letters: DeadLetterQueue
  progress: Progress
  now: () => Date
  onDeadLetter: (letter: DeadLetter) => void
  onError: (error: unknown) => void
  /** No attempt begins after it. */
  signal: AbortSignal
  /** From then on nothing may be written. */
  isClosed: () => boolean
}

/** Some records of a batch, and what they have been through. */
type Part = { records: ArrivedRecord[]; failures: number; invocations: number; last?: Outcome }

/** Delivers a batch until each of its records is done with or a dead letter. It never rejects. */
export async function deliver(parts: DeliveryParts, batch: ArrivedRecord[]): Promise<void> {
  let left: Part[] = [{ records: batch, failures: 0, invocations: 0 }]
  while (!parts.signal.aborted) {
    const [first, ...others] = left
    if (first === undefined) return
    try {
      left = [...(await attempt(parts, first)), ...others]
    } catch (error) {
      // Nothing of the first part is settled, so it is tried as a whole again.
      parts.onError(error)
      await pause(parts.settings.longestRetryMilliseconds, parts.signal)
    }
  }
}

/** One attempt. Answers with what is left of it. */
async function attempt(parts: DeliveryParts, part: Part): Promise<Part[]> {
  const { functionName, run, settings } = parts
  const { tooOld, records } = byAge(parts, part.records)
  if (tooOld.length > 0) {
    await bury(parts, { ...part, records: tooOld }, 'RecordAgeExceeded')
    return records.length > 0 ? [{ ...part, records }] : []
  }
  const last = await invokeWith(functionName, run, records, settings)
  if (parts.isClosed()) return []
  await settle(parts, records.slice(0, last.done))
  if (last.done === records.length) return []
  const failed = { ...part, records: records.slice(last.done), invocations: part.invocations + 1, last }
  tellOf(parts, failed)
  return last.done > 0 ? [{ ...failed, failures: 0 }] : afterFailure(parts, failed)
}

/** What to do with a part that failed from its first record on. Splitting it doesn't count as a retry. */
async function afterFailure(parts: DeliveryParts, part: Part): Promise<Part[]> {
  const { bisectBatchOnFunctionError, maximumRetryAttempts: most } = parts.settings
  const { records } = part
  if (bisectBatchOnFunctionError && records.length > 1) {
    const middle = Math.ceil(records.length / 2)
    return [
      { ...part, records: records.slice(0, middle) },
      { ...part, records: records.slice(middle) },
    ]
  }
  const failures = part.failures + 1
  if (most >= 0 && failures > most) {
    await bury(parts, part, 'RetryAttemptsExhausted')
    return []
  }
  await pause(backoff(failures, parts.settings), parts.signal)
  return [{ ...part, failures }]
}

function byAge({ settings, now }: DeliveryParts, records: ArrivedRecord[]) {
  const seconds = settings.maximumRecordAgeSeconds
  const oldest = now().getTime() - seconds * 1_000
  const isYoung = ({ createdAt }: ArrivedRecord) => seconds < 0 || createdAt.getTime() >= oldest
  const firstYoung = records.findIndex(isYoung)
  const count = firstYoung === -1 ? records.length : firstYoung
  return { tooOld: records.slice(0, count), records: records.slice(count) }
}

async function bury(parts: DeliveryParts, part: Part, condition: DeathCause): Promise<void> {
  const { functionName, streamArn, shardId, letters, now, onDeadLetter } = parts
  const { records, invocations, last } = part
  const [, , , region, account] = streamArn.split(':')
  const letter: DeadLetter = {
    requestContext: {
      requestId: last?.requestId ?? randomUUID(),
      functionArn: `arn:aws:lambda:${region}:${account}:function:${functionName}`,
      condition,
      approximateInvokeCount: invocations,
    },
    responseContext: last
      ? {
          statusCode: 200,
          executedVersion: '$LATEST',
          functionError: last.isFunctionError ? 'Unhandled' : null,
        }
      : null,
    version: '1.0',
    timestamp: now().toISOString(),
    DDBStreamBatchInfo: batchInfo(records, shardId(), streamArn),
  }
  await letters.add(letter)
  onDeadLetter(letter)
  await settle(parts, records)
}

/** A checkpoint that can't be written only means that more is repeated after a crash. */
async function settle({ progress, onError }: DeliveryParts, records: ArrivedRecord[]): Promise<void> {
  await progress.settle(records).catch(onError)
}

function tellOf({ functionName, onError }: DeliveryParts, { records, last }: Part): void {
  const from = records[0]?.sequenceNumber
  const sentence = `${functionName} failed on ${records.length} records of the stream, from ${from} on.`
  onError(new Error(sentence, { cause: last?.error }))
}
