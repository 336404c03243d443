import fc from 'fast-check'
import { keyOf, TableName } from './dynamodb-for-tests.ts'
import { carrying, type Expression } from './expression-for-tests.ts'
import { queryInput } from './queries-for-tests.ts'
import {
  condition,
  demandingUpdate,
  itemOf,
  type Key,
  key,
  keys,
  oneOf,
  perhaps,
  updateOf,
} from './script-parts-for-tests.ts'

type Operation =
  | 'batchGetItem'
  | 'batchWriteItem'
  | 'deleteItem'
  | 'getItem'
  | 'putItem'
  | 'query'
  | 'transactGetItems'
  | 'transactWriteItems'
  | 'updateItem'

/** A call of the AWS SDK's client. */
export type Call = { operation: Operation; input: object }

const onFailure = oneOf('ALL_OLD', 'NONE', undefined)
const changed = oneOf('NONE', 'ALL_OLD', undefined)
const wholeChanged = oneOf('ALL_OLD', 'ALL_NEW', undefined)
const anyChanged = oneOf('NONE', 'ALL_OLD', 'ALL_NEW', 'UPDATED_OLD', 'UPDATED_NEW', undefined)

const placeOf = ({ pk, sk }: Key) => ({ TableName, Key: keyOf(pk, sk) })

/** A write's own parameters, and those of its condition. */
const under = (
  own: fc.Arbitrary<object>,
  ConditionExpression: fc.Arbitrary<Expression | undefined> = perhaps(condition),
  UpdateExpression: fc.Arbitrary<Expression | undefined> = fc.constant(undefined),
) =>
  fc
    .record({ own, ConditionExpression, UpdateExpression, onFailure })
    .map(({ own, onFailure, ...expressions }) => ({
      ...own,
      ...carrying(expressions),
      ReturnValuesOnConditionCheckFailure: onFailure,
    }))

const putOf = (key: Key) => under(itemOf(key).map((Item) => ({ TableName, Item })))
const deletionOf = (key: Key) => under(fc.constant(placeOf(key)))
const changeOf = (key: Key, update: fc.Arbitrary<Expression>) =>
  under(fc.constant(placeOf(key)), perhaps(condition), update)

const returning = (input: fc.Arbitrary<object>, ReturnValues: fc.Arbitrary<string | undefined>) =>
  fc.record({ input, ReturnValues }).map(({ input, ReturnValues }) => ({ ...input, ReturnValues }))

const paths = oneOf(undefined, 'pk, body', 'place.town, rooms[0]', 'likes, tags')
const getOf = (key: Key) => paths.map((ProjectionExpression) => ({ ...placeOf(key), ProjectionExpression }))

/** Something for each of several items. No item comes twice: on what is wrong first the two differ. */
const ofEach = <Part>(partOf: (key: Key) => fc.Arbitrary<Part>) =>
  keys.chain((some) => fc.tuple(...some.map(partOf)))

const requestOf = (key: Key) =>
  fc.oneof(
    itemOf(key).map((Item) => ({ PutRequest: { Item } })),
    fc.constant({ DeleteRequest: { Key: keyOf(key.pk, key.sk) } }),
  )

// No demanding updates: for one DynamoDB Local refuses the whole as invalid, where DynamoDB gives a reason.
const partOf = (key: Key) =>
  fc.oneof(
    putOf(key).map((Put) => ({ Put })),
    changeOf(key, updateOf(key)).map((Update) => ({ Update })),
    deletionOf(key).map((Delete) => ({ Delete })),
    under(fc.constant(placeOf(key)), condition).map((ConditionCheck) => ({ ConditionCheck })),
  )

const calling = (operation: Operation, input: fc.Arbitrary<object>): fc.Arbitrary<Call> =>
  input.map((given) => ({ operation, input: given }))

const call = fc.oneof(
  calling('putItem', returning(key.chain(putOf), changed)),
  calling(
    'updateItem',
    returning(
      key.chain((each) => changeOf(each, updateOf(each))),
      anyChanged,
    ),
  ),
  // Not UPDATED_NEW and UPDATED_OLD: of a list of which one entry changes DynamoDB Local answers with all.
  calling(
    'updateItem',
    returning(
      key.chain((each) => changeOf(each, demandingUpdate)),
      wholeChanged,
    ),
  ),
  calling('deleteItem', returning(key.chain(deletionOf), changed)),
  calling('getItem', key.chain(getOf)),
  calling('query', queryInput),
  calling(
    'batchWriteItem',
    ofEach(requestOf).map((requests) => ({ RequestItems: { [TableName]: requests } })),
  ),
  calling(
    'batchGetItem',
    keys.map((some) => ({
      RequestItems: { [TableName]: { Keys: some.map(({ pk, sk }) => keyOf(pk, sk)) } },
    })),
  ),
  calling(
    'transactWriteItems',
    ofEach(partOf).map((TransactItems) => ({ TransactItems })),
  ),
  calling(
    'transactGetItems',
    fc
      .array(key.chain(getOf), { minLength: 1, maxLength: 3 })
      .map((gets) => ({ TransactItems: gets.map((Get) => ({ Get })) })),
  ),
)

/** Calls on the chat's table, one after the other. */
export const script = fc.array(call, { maxLength: 40, size: 'max' })
