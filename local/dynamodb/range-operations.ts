import { checked } from './checked.ts'
import { actOnRange } from './engine.ts'
import { engineStore } from './engine-store.ts'
import type { Input } from './input.ts'
import type { Store } from './store.ts'
import type { Item } from './tables.ts'

export const query = readRange('Query')
export const scan = readRange('Scan')

function readRange(name: 'Query' | 'Scan') {
  return async (store: Store, input: Input): Promise<object> => {
    const data = checked<{ ExclusiveStartKey?: Item }>(name, input)
    const { ExclusiveStartKey: startKey } = data
    return store.read((reader) =>
      actOnRange(name, data, (failed) =>
        engineStore(reader, { readRange: reader.each, failed, ...(startKey && { startKey }) }),
      ),
    )
  }
}
