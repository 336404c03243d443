import type { Draft } from './draft.ts'
import { DynamoDbError, invalid } from './dynamodb-error.ts'
import { act } from './engine.ts'
import { engineStore } from './engine-store.ts'
import { assertOnly, type Input, isRecord, optionalText } from './input.ts'
import { checkedWrite, type ItemWrite, itemOf, withItem } from './item-operations.ts'
import { once } from './request-tokens.ts'
import type { Store } from './store.ts'
import type { Item } from './tables.ts'
import { assertDifferentItems, transactItemsIn } from './transact-items.ts'

/** What the engine does for each kind; a check is a deletion that is not carried out. */
const engineNames = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'DeleteItem',
} as const

type Kind = keyof typeof engineNames
type Write = { kind: Kind; data: ItemWrite; onFailure: string | undefined }
type Reason = { Code: string; Message?: string; Item?: Item }

/** Writes all items or none, under all their conditions. */
export async function transactWriteItems(store: Store, input: Input): Promise<object> {
  const known = [
    'TransactItems',
    'ClientRequestToken',
    'ReturnConsumedCapacity',
    'ReturnItemCollectionMetrics',
  ]
  assertOnly(input, known, 'TransactWriteItems')
  const token = tokenIn(input)
  // Before the engine's checks, which change what they check.
  const request = structuredClone(input.TransactItems)
  const writes = transactItemsIn(input).map(writeIn)
  await store.commit((draft) => {
    once(draft, token, request, store.now(), () => {
      assertDifferentItems(
        draft,
        writes.map(({ data }) => data),
      )
      writeAll(draft, writes)
    })
  })
  return {}
}

function tokenIn(input: Input): string | undefined {
  const token = optionalText(input, 'ClientRequestToken')
  if (token === undefined || /^.{1,36}$/s.test(token)) return token
  throw invalid(
    "1 validation error detected: Value at 'clientRequestToken' failed to satisfy constraint: Member must have length between 1 and 36",
  )
}

function writeIn(entry: Input): Write {
  const kinds = Object.keys(entry)
  const [kind] = kinds as [Kind]
  const given = entry[kind]
  if (kinds.length !== 1 || !Object.hasOwn(engineNames, kind) || !isRecord(given)) {
    throw invalid('TransactItems can only contain one of Check, Put, Update or Delete')
  }
  if (kind === 'ConditionCheck' && given.ConditionExpression === undefined) {
    throw invalid('A ConditionCheck needs a ConditionExpression.')
  }
  if (given.ReturnValues !== undefined) throw invalid('ReturnValues is not supported in a transaction.')
  return { kind, ...checkedWrite(engineNames[kind], given) }
}

function writeAll(draft: Draft, writes: Write[]): void {
  const reasons = writes.map((write) => reasonAgainst(draft, write))
  const codes = reasons.map(({ Code }) => Code)
  if (codes.every((code) => code === 'None')) return
  throw new DynamoDbError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes.join(', ')}]`,
    { CancellationReasons: reasons },
  )
}

/** Writes one item, or says why not. */
function reasonAgainst(draft: Draft, { kind, data, onFailure }: Write): Reason {
  const ways = kind === 'ConditionCheck' ? {} : { setItem: draft.setItem }
  try {
    act(engineNames[kind], engineStore(draft, ways), data)
    return { Code: 'None' }
  } catch (error) {
    const refusal = withItem(error, onFailure, () => itemOf(draft, data))
    if (!(refusal instanceof DynamoDbError)) throw refusal
    const { name, message: Message, details } = refusal
    if (name === 'ConditionalCheckFailedException')
      return { Code: 'ConditionalCheckFailed', Message, ...details }
    if (name === 'ValidationException') return { Code: 'ValidationError', Message }
    throw refusal
  }
}
