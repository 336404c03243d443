import { randomUUID } from 'node:crypto'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { invoke } from '../gateway/invoke.ts'
import type { ArrivedRecord } from './arrived-record.ts'
import type { MappingSettings } from './settings.ts'

/** The function that a stream wakes. */
export type StreamFunction = (
  event: DynamoDBStreamEvent,
) => Promise<DynamoDBBatchResponse | undefined> | Promise<void>

export type Outcome = {
  requestId: string
  /** How many records, from the first one on, are done with. */
  done: number
  /** Why the others are not. */
  error?: unknown
  /** Whether it threw or took too long, rather than reporting records. */
  isFunctionError: boolean
}

/** Gives a copy of the records to the function. It never throws: whatever the function does is an outcome. */
export async function invokeWith(
  name: string,
  run: StreamFunction,
  records: readonly ArrivedRecord[],
  settings: MappingSettings,
): Promise<Outcome> {
  const requestId = randomUUID()
  const event: DynamoDBStreamEvent = { Records: records.map((record) => record.event) }
  try {
    const response = await invoke(name, run, event, settings.timeoutMilliseconds)
    const done = settings.reportBatchItemFailures ? firstFailed(response, records) : records.length
    if (done === records.length) return { requestId, done, isFunctionError: false }
    return { requestId, done, error: new Error('It reported failed records.'), isFunctionError: false }
  } catch (error) {
    return { requestId, done: 0, error, isFunctionError: true }
  }
}

/**
 * Where to go on: at the lowest record reported, or at the start when the report can't be understood.
 * Source: "Configuring partial batch response with DynamoDB and Lambda".
 */
function firstFailed(response: unknown, records: readonly ArrivedRecord[]): number {
  if (response === null) return records.length
  if (typeof response !== 'object' || Array.isArray(response)) return 0
  const failures = (response as { batchItemFailures?: unknown }).batchItemFailures ?? []
  if (!Array.isArray(failures)) return 0
  const places = failures.map((failure) =>
    records.findIndex(({ sequenceNumber }) => sequenceNumber === failure?.itemIdentifier),
  )
  return places.includes(-1) ? 0 : Math.min(records.length, ...places)
}
