import type { Route } from '@mayfly/contract/route'
import { routes } from '@mayfly/contract/routes'
import { type Lambda, type LambdaName, type Reach, wiring } from '@mayfly/lambdas/wiring'
import type { Template } from '../templates-in-test.ts'

type Pair = `${string} -> ${string}`

/** What a function reaches, by the ids of the drawing. The counts of requests are in Postgres. */
const reached: Record<Reach, string> = {
  postgres: 'postgres',
  rates: 'postgres',
  'cognito-keys': 'people',
  'raw-bucket': 'raw',
  'processed-bucket': 'processed',
  'messages-table': 'messages',
}

/** `expire-posts` is drawn as `expirePosts`. */
export const drawnAs = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The relations that the wiring table makes: what wakes each function, and what it reaches. */
export function wiredRelations(): Pair[] {
  return (Object.entries(wiring) as [LambdaName, Lambda][]).flatMap(([name, { on, reaches }]) => {
    const drawn = drawnAs(name)
    return [
      `${wakerOf(on)} -> ${drawn}` as Pair,
      ...reaches.map((reach): Pair => `${drawn} -> ${reached[reach]}`),
    ]
  })
}

/** Those of them that are events. Whoever asks a function waits for it; an event wakes it. */
export const wakingRelations = (): Pair[] =>
  (Object.entries(wiring) as [LambdaName, Lambda][])
    .filter(([, { on }]) => !('authorizer' in on || 'route' in on))
    .map(([name, { on }]): Pair => `${wakerOf(on)} -> ${drawnAs(name)}`)

function wakerOf(on: Lambda['on']): string {
  if ('authorizer' in on || 'route' in on) return 'gateway'
  if ('cognito' in on) return 'people'
  if ('created' in on) return on.created
  return 'stream' in on ? on.stream : 'schedule'
}

/** The relations that the route table makes: to the load balancer, or to a function. */
export const routedRelations = (table: Record<string, Route> = routes): Pair[] =>
  Object.values(table).map(({ by }): Pair => `gateway -> ${by === 'backend' ? 'balancer' : drawnAs(by)}`)

/** Which kind of resource in the backend's rights is drawn as what. */
const granted: [RegExp, string][] = [
  [/^rds-db:/, 'postgres'],
  [/^dynamodb:/, 'messages'],
  [/^cognito-idp:/, 'people'],
]

/** The relations that the backend's role makes. */
export function grantedToBackend(backend: Template): Pair[] {
  const text = (value: unknown) => JSON.stringify(value)
  const statements = Object.entries(backend.Resources)
    .filter(([id, { Type }]) => Type === 'AWS::IAM::Policy' && id.startsWith('TaskRole'))
    .flatMap(([, { Properties }]) => statementsIn(Properties))
  return statements.flatMap(({ Action, Resource }) => {
    const action = [Action].flat()[0] ?? ''
    if (action.startsWith('s3:'))
      return bucketsIn(text(Resource)).map((bucket): Pair => `backend -> ${bucket}`)
    const found = granted.find(([pattern]) => pattern.test(action))
    return [`backend -> ${found?.[1] ?? action}` as Pair]
  })
}

interface Statement {
  Action: string | string[]
  Resource: unknown
}

const statementsIn = (properties: Record<string, unknown>) =>
  (properties.PolicyDocument as { Statement: Statement[] }).Statement

const bucketsIn = (resources: string) =>
  [...resources.matchAll(/mayfly-(\w+)-/g)].map((match) => match[1] as string)
