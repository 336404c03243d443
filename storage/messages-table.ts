import { setTimeout as pause } from 'node:timers/promises'
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  DynamoDBServiceException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb'
import {
  DeleteCommand,
  type DeleteCommandInput,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { type Given, given } from '@mayfly/config/config'
import { Refusal } from '@mayfly/contract/refusal'
import { clientFor } from './aws-client.ts'

const timeouts = { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true }
/** Whoever meets somebody else's transaction on the same item tries again. */
const CONFLICT_TRIES = 6
const CONFLICT_PAUSE_MILLISECONDS = 20

export interface Key {
  pk: string
  sk: string
}

type OnTable<Input> = Omit<Input, 'TableName'>
type Found = { Items?: Record<string, unknown>[]; Count?: number; LastEvaluatedKey?: Record<string, unknown> }
type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

export type MessagesTable = ReturnType<typeof openMessagesTable>

/** The DynamoDB table of messages. When it can't be reached, every call is refused as `unavailable`. */
export function openMessagesTable(config: Given) {
  const table = () => ({ TableName: given(config, 'MESSAGES_TABLE') })
  const dynamo = new DynamoDBClient({
    ...clientFor(config, config.AWS_ENDPOINT_URL_DYNAMODB),
    requestHandler: timeouts,
  })
  const client = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } })

  return {
    get name() {
      return table().TableName
    },

    get: async (key: Key): Promise<Record<string, unknown> | undefined> => {
      const get = new GetCommand({ ...table(), Key: key, ConsistentRead: true })
      return (await client.send(get).catch(rethrow)).Item
    },

    query: (input: OnTable<QueryCommandInput>): Promise<Found> =>
      client.send(new QueryCommand({ ...table(), ...input })).catch(rethrow) as Promise<Found>,

    /** @returns false when its condition does not hold */
    update: (input: OnTable<UpdateCommandInput>): Promise<boolean> =>
      untilFree(() => client.send(new UpdateCommand({ ...table(), ...input }))).then(holds, failsToHold),

    /** @returns false when its condition does not hold */
    remove: (input: OnTable<DeleteCommandInput>): Promise<boolean> =>
      untilFree(() => client.send(new DeleteCommand({ ...table(), ...input }))).then(holds, failsToHold),

    /** Writes all or nothing. @returns undefined when it is done, else which of the writes' conditions did not hold */
    write: (writes: Write[]): Promise<boolean[] | undefined> =>
      untilFree(() => client.send(new TransactWriteCommand({ TransactItems: writes }))).then(
        () => undefined,
        failedConditions,
      ),

    close: () => client.destroy(),
  }
}

async function untilFree<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run()
    } catch (error) {
      if (!isInTheWay(error) || tries === CONFLICT_TRIES) throw error
      await pause(CONFLICT_PAUSE_MILLISECONDS * 2 ** tries * Math.random())
    }
  }
}

/** Why a transaction is cancelled that may well go through a moment later. */
const passing = new Set(['ProvisionedThroughputExceeded', 'ThrottlingError', 'TransactionConflict'])

/** Whether a write met somebody else's, or too many others. The SDK does not try a cancelled transaction again. */
function isInTheWay(error: unknown): boolean {
  if (error instanceof TransactionConflictException) return true
  const reasons = reasonsOf(error)
  return reasons.some((reason) => passing.has(reason)) && !reasons.includes('ConditionalCheckFailed')
}

/** Why a transaction was cancelled, one word for each of its writes; none for any other error. */
function reasonsOf(error: unknown): string[] {
  if (!(error instanceof TransactionCanceledException)) return []
  return (error.CancellationReasons ?? []).map(({ Code = '' }) => Code)
}

function failedConditions(error: unknown): boolean[] {
  const failed = reasonsOf(error).map((reason) => reason === 'ConditionalCheckFailed')
  return failed.includes(true) ? failed : rethrow(error)
}

const holds = () => true

function failsToHold(error: unknown): false {
  if (error instanceof ConditionalCheckFailedException) return false
  return rethrow(error)
}

const busy = new Set([
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'TransactionInProgressException',
])

/** What DynamoDB says of a request is a bug; that it says nothing, or has too much to do, is not. */
function rethrow(error: unknown): never {
  const isAnswer = error instanceof DynamoDBServiceException && (error.$metadata.httpStatusCode ?? 0) < 500
  const isBusy = isInTheWay(error) || busy.has((error as Error).name)
  if (isAnswer && !isBusy) throw error
  throw unavailable(error)
}

function unavailable(cause: unknown): Refusal {
  const sentence = 'Mayfly cannot reach its messages. Please try again in a moment.'
  return Object.assign(new Refusal('unavailable', sentence), { cause })
}
