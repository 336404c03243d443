import { chatTable } from './dynamodb-for-tests.ts'

const parametersOf: Record<string, string[]> = {
  GetItem: ['TableName', 'Key', 'ProjectionExpression'],
  PutItem: [
    'TableName',
    'Item',
    'ConditionExpression',
    'ReturnValues',
    'ReturnValuesOnConditionCheckFailure',
  ],
  UpdateItem: ['TableName', 'Key', 'UpdateExpression', 'ConditionExpression', 'ReturnValues'],
  DeleteItem: ['TableName', 'Key', 'ConditionExpression', 'ReturnValuesOnConditionCheckFailure'],
  Query: [
    'TableName',
    'IndexName',
    'KeyConditionExpression',
    'FilterExpression',
    'Limit',
    'ExclusiveStartKey',
    'ScanIndexForward',
  ],
  Scan: [
    'TableName',
    'IndexName',
    'FilterExpression',
    'Limit',
    'ExclusiveStartKey',
    'Segment',
    'TotalSegments',
    'Select',
  ],
}

type Given = Record<string, unknown>

/** Those entries of a map of names or values that an expression uses; unused ones would be refused. */
function used(map: unknown, expressions: string): unknown {
  if (typeof map !== 'object' || map === null) return map
  const entries = Object.entries(map).filter(([name]) => expressions.includes(name))
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

/** What an operation takes of an input. */
function partOf(name: string, given: Given): Given {
  const taken = Object.entries(given).filter(([parameter]) => parametersOf[name]?.includes(parameter))
  const expressions = taken.filter(([parameter]) => parameter.endsWith('Expression')).join(' ')
  return {
    ...Object.fromEntries(taken),
    ExpressionAttributeNames: used(given.ExpressionAttributeNames, expressions),
    ExpressionAttributeValues: used(given.ExpressionAttributeValues, expressions),
  }
}

/** An input in the shape in which an operation takes it. */
export function shaped(name: string, given: Given): object {
  const table = String(given.TableName)
  if (name in parametersOf) return partOf(name, given)
  if (name === 'BatchGetItem') return { RequestItems: { [table]: { Keys: [given.Key] } } }
  if (name === 'BatchWriteItem') return { RequestItems: { [table]: [{ PutRequest: { Item: given.Item } }] } }
  if (name === 'TransactGetItems') return { TransactItems: [{ Get: partOf('GetItem', given) }] }
  if (name === 'CreateTable') return { ...chatTable, ...given }
  if (name === 'TransactWriteItems') {
    const { ReturnValues: _, ...silent } = given
    return { TransactItems: [{ Update: partOf('UpdateItem', silent) }, { Put: partOf('PutItem', silent) }] }
  }
  return given
}
