import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { closeHouses, iteratorOf, keyOf, N, openChat, S, TableName } from './dynamodb-for-tests.ts'
import { shaped } from './shaped-for-tests.ts'
import { callSigned } from './signed-call-for-tests.ts'

afterEach(closeHouses)

const oneOf = <Value>(...values: Value[]) => fc.constantFrom(...values)
const often = <Value>(usual: fc.Arbitrary<Value>, strange: fc.Arbitrary<Value>) =>
  fc.oneof({ arbitrary: usual, weight: 4 }, { arbitrary: strange, weight: 1 })

const operation = oneOf(
  'DynamoDB_20120810.GetItem',
  'DynamoDB_20120810.PutItem',
  'DynamoDB_20120810.PutItem',
  'DynamoDB_20120810.UpdateItem',
  'DynamoDB_20120810.UpdateItem',
  'DynamoDB_20120810.DeleteItem',
  'DynamoDB_20120810.Query',
  'DynamoDB_20120810.Query',
  'DynamoDB_20120810.Scan',
  'DynamoDB_20120810.BatchGetItem',
  'DynamoDB_20120810.BatchWriteItem',
  'DynamoDB_20120810.TransactWriteItems',
  'DynamoDB_20120810.TransactGetItems',
  'DynamoDB_20120810.CreateTable',
  'DynamoDB_20120810.DescribeTable',
  'DynamoDB_20120810.ListTables',
  'DynamoDB_20120810.UpdateTimeToLive',
  'DynamoDBStreams_20120810.ListStreams',
  'DynamoDBStreams_20120810.DescribeStream',
  'DynamoDBStreams_20120810.GetShardIterator',
  'DynamoDBStreams_20120810.GetRecords',
)

const attributeName = oneOf(
  'pk',
  'sk',
  'last',
  'body',
  'expiresAt',
  'constructor',
  'toString',
  '',
  'a.b',
  '#a',
)
const attribute = fc.oneof(
  oneOf<object>(
    S('a'),
    S(''),
    N(1),
    { N: '1e125' },
    { N: '-0.0' },
    { BOOL: false },
    { NULL: true },
    { B: 'AA==' },
  ),
  oneOf<object>({ SS: ['a', 'b'] }, { NS: ['1'] }, { L: [] }, { L: [S('a'), N(1)] }, { M: { a: S('b') } }),
  oneOf<object>(
    { SS: [] },
    { N: 'x' },
    { B: '?' },
    { S: 5 },
    { L: {} },
    { M: [] },
    {},
    { S: null },
    { X: 'a' },
  ),
)
const item = often<unknown>(
  fc.dictionary(attributeName, attribute, { maxKeys: 3 }).map((more) => ({ ...keyOf('a'), ...more })),
  fc.jsonValue(),
)
const key = often<unknown>(oneOf<unknown>(keyOf('a'), keyOf('b'), keyOf('a', 'b')), item)

const operand = oneOf(
  'pk',
  'sk',
  'body',
  '#a',
  ':a',
  ':b',
  'body[0]',
  'body.a',
  'size(body)',
  'constructor',
  'x.y.z',
)
const comparison = fc
  .tuple(operand, oneOf('=', '<>', '<', '>=', 'IN', 'BETWEEN :a AND'), operand)
  .map(([left, sign, right]) => `${left} ${sign} ${sign === 'IN' ? `(${right})` : right}`)
const call = fc
  .tuple(
    oneOf('attribute_exists', 'attribute_not_exists', 'contains', 'begins_with', 'attribute_type'),
    operand,
  )
  .map(([name, argument]) =>
    name.startsWith('attribute_') ? `${name}(${argument})` : `${name}(${argument}, :a)`,
  )
const condition = fc.oneof(
  comparison,
  call,
  fc.tuple(comparison, oneOf('AND', 'OR', 'AND NOT'), call).map((parts) => parts.join(' ')),
  fc.string(),
)
const update = fc.oneof(
  fc
    .tuple(
      oneOf('SET', 'ADD', 'DELETE', 'REMOVE'),
      operand,
      oneOf(' = :a', ' = body + :a', ' :a', '', ' = list_append(body, :a)'),
    )
    .map(([section, path, rest]) => `${section} ${path}${rest}`),
  oneOf(
    'SET body[5] = :a',
    'SET body.a = :a REMOVE last',
    'SET #a = if_not_exists(#a, :a)',
    'ADD expiresAt :a',
  ),
)

/** Inputs of which many make sense, and many none at all. */
const input = fc.record(
  {
    TableName: often<unknown>(
      oneOf<unknown>(TableName),
      oneOf<unknown>('nowhere', '', '../x', 5, {}, 'constructor'),
    ),
    Key: key,
    Item: item,
    ConditionExpression: condition,
    UpdateExpression: update,
    KeyConditionExpression: fc.oneof(
      oneOf('pk = :a', 'pk = :a AND sk > :b', 'pk = :a AND begins_with(sk, :b)'),
      condition,
    ),
    FilterExpression: condition,
    ProjectionExpression: fc.oneof(operand, oneOf('pk, body[0].a', 'a.b.c[1]'), fc.string()),
    ExpressionAttributeNames: often<unknown>(
      oneOf<unknown>({ '#a': 'body' }, { '#a': 'constructor' }),
      fc.jsonValue(),
    ),
    ExpressionAttributeValues: often<unknown>(
      fc.tuple(attribute, attribute).map(([a, b]) => ({ ':a': a, ':b': b })),
      fc.jsonValue(),
    ),
    ReturnValues: oneOf('ALL_OLD', 'ALL_NEW', 'UPDATED_NEW', 'nonsense'),
    ReturnValuesOnConditionCheckFailure: oneOf<unknown>('ALL_OLD', 'NONE', 'x', 5),
    ExclusiveStartKey: key,
    IndexName: oneOf<unknown>('inbox', 'nowhere', 5),
    Limit: oneOf<unknown>(1, 0, -1, 1.5, 'x', 1e9),
    ScanIndexForward: fc.boolean(),
    Select: oneOf('COUNT', 'ALL_ATTRIBUTES', 'x'),
    Segment: oneOf(0, 1, -1),
    TotalSegments: oneOf(2, 0),
  },
  {
    requiredKeys: [
      'TableName',
      'Key',
      'Item',
      'KeyConditionExpression',
      'UpdateExpression',
      'ExpressionAttributeNames',
      'ExpressionAttributeValues',
    ],
  },
)

describe('random inputs', () => {
  it('are answered or refused, never with an internal error, and leave index and items in step', async () => {
    const house = await openChat()
    let successes = 0
    await fc.assert(
      fc.asyncProperty(
        operation,
        input,
        often(fc.constant(true), fc.constant(false)),
        async (target, given, isShaped) => {
          const name = target.split('.')[1] ?? ''
          const body = JSON.stringify(isShaped ? shaped(name, given) : given)
          const { status } = await callSigned(house.dynamodb.url, target, body)
          expect([200, 400]).toContain(status)
          if (status === 200) successes += 1
        },
      ),
      { numRuns: 1_500 },
    )
    expect(house.errors).toEqual([])
    expect(successes).toBeGreaterThan(30)
    const { Items = [] } = await house.client.scan({ TableName })
    const indexed = Items.filter(({ last }) => last !== undefined)
    const { Items: inIndex } = await house.client.scan({ TableName, IndexName: 'inbox' })
    expect(inIndex).toEqual(expect.arrayContaining(indexed))
    expect(inIndex).toHaveLength(indexed.length)
  })

  it('as bytes are refused', async () => {
    const house = await openChat()
    await fc.assert(
      fc.asyncProperty(operation, fc.uint8Array({ maxLength: 200 }), async (target, bytes) => {
        const { status } = await callSigned(house.dynamodb.url, target, Buffer.from(bytes))
        expect(status).toBe(400)
      }),
      { numRuns: 200 },
    )
    expect(await iteratorOf(house)).toBeDefined()
    expect(house.errors).toEqual([])
  })
})
