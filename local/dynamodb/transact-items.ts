import { DynamoDbError, invalid } from './dynamodb-error.ts'
import { type Input, isRecord } from './input.ts'

const mostItems = 100

/** The 1 to 100 parts of a transaction. */
export function transactItemsIn({ TransactItems: items }: Input): Input[] {
  if (items !== undefined && !Array.isArray(items)) {
    throw new DynamoDbError('SerializationException', 'The value of TransactItems is not a list.')
  }
  const isWithinLimits = items !== undefined && items.length >= 1 && items.length <= mostItems
  if (isWithinLimits && items.every(isRecord)) return items
  throw invalid(
    `1 validation error detected: Value at 'transactItems' failed to satisfy constraint: Member must have length between 1 and ${mostItems}`,
  )
}
