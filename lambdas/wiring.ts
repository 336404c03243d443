/** What wakes a function. */
export type Trigger =
  | { authorizer: 'simple' }
  | { route: string }
  | { cognito: 'post-confirmation' }
  | { every: 'minute' }

/** What a function may reach; its role and its network follow from this. */
export type Reach = 'postgres' | 'cognito-keys'

export interface Lambda {
  on: Trigger
  reaches: readonly Reach[]
}

/** What wakes which file of this room. CDK deploys this table, and the local runner plays it. */
export const wiring = {
  'authorize-request': { on: { authorizer: 'simple' }, reaches: ['cognito-keys'] },
  'answer-preflight': { on: { route: 'OPTIONS /{proxy+}' }, reaches: [] },
  'create-user': { on: { cognito: 'post-confirmation' }, reaches: ['postgres'] },
  'expire-posts': { on: { every: 'minute' }, reaches: ['postgres'] },
} as const satisfies Record<string, Lambda>

export type LambdaName = keyof typeof wiring
