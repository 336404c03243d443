/** What wakes a function. */
export type Trigger =
  | { authorizer: 'simple' }
  | { route: string }
  | { cognito: 'post-confirmation' }
  | { every: 'minute' }
  | { created: 'raw' }
  | { stream: 'messages'; mapping: StreamMapping }

/** How records of a stream come to a function, under Lambda's names. What fails to the end goes to a dead-letter queue. */
export interface StreamMapping {
  /** Patterns of EventBridge's language: other records do not wake the function. */
  filters: readonly object[]
  batchSize: number
  maximumRetryAttempts: number
  maximumRecordAgeSeconds: number
  bisectBatchOnFunctionError: boolean
  parallelizationFactor: number
}

/** What a function may reach; its role and its network follow from this. */
export type Reach =
  | 'postgres'
  /** The counts of requests, in Postgres, which know whom they count by a hash alone. */
  | 'rates'
  | 'cognito-keys'
  | 'raw-bucket'
  | 'processed-bucket'
  | 'messages-table'

export interface Lambda {
  on: Trigger
  reaches: readonly Reach[]
}

/** What wakes which file of this room. CDK deploys this table, and the local runner plays it. */
export const wiring = {
  'authorize-request': { on: { authorizer: 'simple' }, reaches: ['cognito-keys'] },
  'answer-preflight': { on: { route: 'OPTIONS /{proxy+}' }, reaches: [] },
  'presign-upload': { on: { route: 'POST /uploads' }, reaches: ['postgres', 'rates', 'raw-bucket'] },
  'process-image': { on: { created: 'raw' }, reaches: ['postgres', 'raw-bucket', 'processed-bucket'] },
  'create-user': { on: { cognito: 'post-confirmation' }, reaches: ['postgres'] },
  'deliver-message': {
    on: {
      stream: 'messages',
      mapping: {
        filters: [
          { eventName: ['INSERT', 'REMOVE'], dynamodb: { Keys: { sk: { S: [{ prefix: 'MSG#' }] } } } },
        ],
        batchSize: 100,
        maximumRetryAttempts: 10,
        maximumRecordAgeSeconds: 6 * 60 * 60,
        bisectBatchOnFunctionError: true,
        parallelizationFactor: 2,
      },
    },
    reaches: ['postgres', 'messages-table'],
  },
  'expire-posts': {
    on: { every: 'minute' },
    reaches: ['postgres', 'raw-bucket', 'processed-bucket', 'messages-table'],
  },
} as const satisfies Record<string, Lambda>

export type LambdaName = keyof typeof wiring

/** The role under which a process signs in to Postgres; what it may do there is in `storage/roles.sql`. */
export const roleOf = (process: LambdaName | 'backend') => process.replaceAll('-', '_')
