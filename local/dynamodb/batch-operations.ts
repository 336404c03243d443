import { checked } from './checked.ts'
import { act } from './engine.ts'
import { engineStore } from './engine-store.ts'
import type { Input } from './input.ts'
import type { Store } from './store.ts'

export async function batchGetItem(store: Store, input: Input): Promise<object> {
  const data = checked('BatchGetItem', input)
  return store.read((reader) => act('BatchGetItem', engineStore(reader), data))
}

export async function batchWriteItem(store: Store, input: Input): Promise<object> {
  const data = checked('BatchWriteItem', input)
  return store.commit((draft) => act('BatchWriteItem', engineStore(draft, { setItem: draft.setItem }), data))
}
