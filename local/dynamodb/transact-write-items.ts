import keys from 'dynalite/db/index.js'
import type { Draft } from './draft.ts'
import { DynamoDbError, invalid } from './dynamodb-error.ts'
import { act, refusalOf } from './engine.ts'
import { engineStore } from './engine-store.ts'
import { assertOnly, type Input, isRecord, optionalText } from './input.ts'
import { checkedWrite, type ItemWrite, itemOf, withItem } from './item-operations.ts'
import { once } from './request-tokens.ts'
import { itemRow } from './rows.ts'
import type { Store } from './store.ts'
import { type Item, type Table, tableIn } from './tables.ts'
import { transactItemsIn } from './transact-items.ts'

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
      assertDifferentItems(draft, writes)
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

function assertDifferentItems(draft: Draft, writes: Write[]): void {
  const rows = writes.map(({ data: { TableName, Key, Item: item } }) => {
    const table = tableIn(draft, TableName)
    return itemRow(table, keyOf(table, Key ?? item ?? {}))
  })
  if (new Set(rows).size === rows.length) return
  throw invalid('Transaction request cannot include multiple operations on one item')
}

/** The engine's text for the key of an item. Throws ValidationException when it is no key of the table. */
function keyOf({ description }: Table, item: Item): string {
  const names = description.KeySchema.map(({ AttributeName }) => AttributeName)
  const key = Object.fromEntries(
    names.map((name) => [name, item[name]]).filter(([, value]) => value !== undefined),
  )
  const refusal = keys.validateKey(key, description)
  if (refusal) throw refusalOf(refusal)
  return keys.createKey(key, description)
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
