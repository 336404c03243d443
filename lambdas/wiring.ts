/** What wakes a function. */
export type Trigger =
  | { authorizer: 'simple' }
  | { route: string }
  | { cognito: 'post-confirmation' }
  | { every: 'minute' }
  | { created: 'raw' }

/** What a function may reach; its role and its network follow from this. */
export type Reach = 'postgres' | 'cognito-keys' | 'raw-bucket' | 'processed-bucket'

export interface Lambda {
  on: Trigger
  reaches: readonly Reach[]
}

/** What wakes which file of this room. CDK deploys this table, and the local runner plays it. */
export const wiring = {
  'authorize-request': { on: { authorizer: 'simple' }, reaches: ['cognito-keys'] },
  'answer-preflight': { on: { route: 'OPTIONS /{proxy+}' }, reaches: [] },
  'presign-upload': { on: { route: 'POST /uploads' }, reaches: ['postgres', 'raw-bucket'] },
  'process-image': { on: { created: 'raw' }, reaches: ['postgres', 'raw-bucket', 'processed-bucket'] },
  'create-user': { on: { cognito: 'post-confirmation' }, reaches: ['postgres'] },
  'expire-posts': { on: { every: 'minute' }, reaches: ['postgres', 'raw-bucket', 'processed-bucket'] },
} as const satisfies Record<string, Lambda>

export type LambdaName = keyof typeof wiring
