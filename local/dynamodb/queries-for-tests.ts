import fc from 'fast-check'
import { keyOf, S, TableName } from './dynamodb-for-tests.ts'
import { carrying, saying } from './expression-for-tests.ts'
import { filter, oneOf, perhaps, pk, sk } from './script-parts-for-tests.ts'

const ways = {
  pk,
  filter: perhaps(filter),
  Limit: perhaps(oneOf(1, 2, 3)),
  ScanIndexForward: perhaps(fc.boolean()),
}
// Not sk <= ?: of a page that ends with that very key DynamoDB Local says that it is the last one.
const range = oneOf('sk > ?', 'sk < ?', 'sk = ?', 'begins_with(sk, ?)', 'sk BETWEEN ? AND ?')

const ofRange = fc.record({ ...ways, range, sk }).map(({ pk, filter, range, sk, ...rest }) => ({
  TableName,
  ...rest,
  ...carrying({
    KeyConditionExpression: saying(`pk = ? AND ${range}`, S(pk), S(sk), S('cz')),
    FilterExpression: filter,
  }),
}))

// Where a range is asked for, a query begins at its end: the two differ over which other places are outside.
const ofTable = fc.record({ ...ways, start: perhaps(sk) }).map(({ pk, filter, start, ...rest }) => ({
  TableName,
  ConsistentRead: true,
  ...rest,
  ...carrying({ KeyConditionExpression: saying('pk = ?', S(pk)), FilterExpression: filter }),
  ExclusiveStartKey: start && keyOf(pk, start),
}))

const ofIndex = fc.record({ ...ways, start: perhaps(sk) }).map(({ pk, filter, start, ...rest }) => ({
  TableName,
  IndexName: 'inbox',
  ...rest,
  ...carrying({
    KeyConditionExpression: start ? saying('pk = ?', S(pk)) : saying('pk = ? AND #last > ?', S(pk), S('1-b')),
    FilterExpression: filter,
  }),
  ExclusiveStartKey: start && { ...keyOf(pk, start), last: S(`2-${start}`) },
}))

/** Queries of the chat's table and of its index. */
export const queryInput = fc.oneof(ofRange, ofTable, ofIndex)
