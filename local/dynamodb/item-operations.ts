import keys from 'dynalite/db/index.js'
import { checked } from './checked.ts'
import { DynamoDbError } from './dynamodb-error.ts'
import { act } from './engine.ts'
import { engineStore } from './engine-store.ts'
import { type Input, optionalWord } from './input.ts'
import { itemRow } from './rows.ts'
import type { Store } from './store.ts'
import { type Item, tableIn } from './tables.ts'
import type { View } from './view.ts'

export async function getItem(store: Store, input: Input): Promise<object> {
  const data = checked('GetItem', input)
  return store.read((reader) => act('GetItem', engineStore(reader), data))
}

export const putItem = write('PutItem')
export const updateItem = write('UpdateItem')
export const deleteItem = write('DeleteItem')

/** A write of one item, under its condition. */
function write(name: 'PutItem' | 'UpdateItem' | 'DeleteItem') {
  return async (store: Store, input: Input): Promise<object> => {
    const { onFailure, data } = checkedWrite(name, input)
    return store.commit((draft) => {
      try {
        return act(name, engineStore(draft, { setItem: draft.setItem }), data)
      } catch (error) {
        throw withItem(error, onFailure, () => itemOf(draft, data))
      }
    })
  }
}

export type ItemWrite = { TableName: string; Key?: Item; Item?: Item }

/** Checks a write and what it is to answer when its condition fails, which the engine does not know of. */
export function checkedWrite(name: 'PutItem' | 'UpdateItem' | 'DeleteItem', input: Input) {
  const { ReturnValuesOnConditionCheckFailure: _, ...rest } = input
  const onFailure = optionalWord(input, 'ReturnValuesOnConditionCheckFailure', ['ALL_OLD', 'NONE'])
  return { onFailure, data: checked<ItemWrite>(name, rest) }
}

/** The refusal of a condition, with the item that did not meet it when that was asked for. */
export function withItem(
  error: unknown,
  onFailure: string | undefined,
  find: () => Item | undefined,
): unknown {
  const isCondition = error instanceof DynamoDbError && error.name === 'ConditionalCheckFailedException'
  const found = isCondition && onFailure === 'ALL_OLD' ? find() : undefined
  return found
    ? new DynamoDbError('ConditionalCheckFailedException', error instanceof Error ? error.message : '', {
        Item: found,
      })
    : error
}

/** The item that a write is about, as it lies there. */
export function itemOf(view: View, { TableName, Key, Item: given }: ItemWrite): Item | undefined {
  const table = tableIn(view, TableName)
  return view.get<Item>(itemRow(table, keys.createKey(Key ?? given ?? {}, table.description)))
}
