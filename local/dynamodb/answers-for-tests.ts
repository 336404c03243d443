import type { DynamoDB } from '@aws-sdk/client-dynamodb'
import { type Endpoint, recordsOf, S, TableName } from './dynamodb-for-tests.ts'
import type { Call } from './script-for-tests.ts'

type Answer = { LastEvaluatedKey?: object; name?: string }

const unpromised = new Set(['$metadata', 'ConsumedCapacity', 'Message'])

/** What the answers to a call say, or how it was refused. A query is asked page by page, to its end. */
export async function answersTo(client: DynamoDB, { operation, input }: Call): Promise<Answer[]> {
  const answers: Answer[] = []
  let next: object | undefined
  do {
    const page = next === undefined ? input : { ...input, ExclusiveStartKey: next }
    const answer = await answerTo(client, operation, page)
    answers.push(answer)
    next = answer.LastEvaluatedKey
  } while (next !== undefined)
  return answers
}

/** Only a refusal has a name. */
export const isSuccess = ({ name }: Answer) => name === undefined

async function answerTo(client: DynamoDB, operation: Call['operation'], input: object): Promise<Answer> {
  try {
    const answer: object = await (client[operation] as (input: object) => Promise<object>).call(client, input)
    return inOneOrder(answer) as Answer
  } catch (error) {
    const { name, Item, CancellationReasons } = error as Record<string, unknown>
    return inOneOrder({ name, Item, CancellationReasons }) as Answer
  }
}

/** All that lies in the table, by each of its orders, and what its stream told. */
export async function leftIn(endpoint: Endpoint): Promise<unknown> {
  const { client } = endpoint
  const queries = ['a', 'b'].flatMap((pk) =>
    [undefined, 'inbox'].map((IndexName) => ({
      TableName,
      IndexName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': S(pk) },
    })),
  )
  const found = await Promise.all(queries.map((input) => answersTo(client, { operation: 'query', input })))
  const records = await recordsOf(endpoint)
  const changes = records.map(({ eventName, dynamodb: { Keys, OldImage, NewImage } = {} }) => ({
    eventName,
    Keys,
    OldImage,
    NewImage,
  }))
  // Only the changes of one item have an order.
  const told = Object.groupBy(changes, ({ Keys }) => `${Keys?.pk?.S} ${Keys?.sk?.S}`)
  return inOneOrder({ found, told })
}

/** Without what is nobody's promise: capacities, wordings, and the order of members, of sets and of a BatchGetItem. */
function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOneOrder)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value)
    .filter(
      ([name, member]) => !unpromised.has(name) && member !== undefined && !isNoAttributes(name, member),
    )
    .map(([name, member]): [string, unknown] => [name, inOneOrder(member)])
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, member]) => [name, isUnordered(name, member) ? member.sort(byText) : member])
  return Object.fromEntries(members)
}

/** Of an update that left none of its attributes, the one says so and the other says nothing. */
function isNoAttributes(name: string, member: unknown): boolean {
  return name === 'Attributes' && JSON.stringify(member) === '{}'
}

function isUnordered(name: string, member: unknown): member is unknown[] {
  return Array.isArray(member) && (name === 'SS' || name === TableName)
}

function byText(left: unknown, right: unknown): number {
  return JSON.stringify(left) < JSON.stringify(right) ? -1 : 1
}
