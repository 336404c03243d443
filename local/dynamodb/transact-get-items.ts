import { checked } from './checked.ts'
import { invalid } from './dynamodb-error.ts'
import { act } from './engine.ts'
import { engineStore } from './engine-store.ts'
import { assertOnly, type Input, isRecord } from './input.ts'
import type { ItemWrite } from './item-operations.ts'
import type { Store } from './store.ts'
import { assertDifferentItems, transactItemsIn } from './transact-items.ts'

/** Reads items as they were at one moment. */
export async function transactGetItems(store: Store, input: Input): Promise<object> {
  assertOnly(input, ['TransactItems', 'ReturnConsumedCapacity'], 'TransactGetItems')
  const gets = transactItemsIn(input).map(({ Get: get, ...others }) => {
    if (!isRecord(get) || Object.keys(others).length > 0) throw invalid('TransactItems can only contain Get')
    return checked<ItemWrite>('GetItem', get)
  })
  return store.read((reader) => {
    assertDifferentItems(reader, gets)
    const Responses = gets.map((get) => {
      const { Item } = act('GetItem', engineStore(reader), get)
      return Item === undefined ? {} : { Item }
    })
    return { Responses }
  })
}
