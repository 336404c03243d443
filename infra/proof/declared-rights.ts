import { type Lambda, type LambdaName, type Reach, roleOf, wiring } from '@mayfly/lambdas/wiring'
import { namesFor } from '../names.ts'
import type { Settings } from '../settings-schema.ts'
import { lambdaNames } from './lambda-in.ts'

export type Process = LambdaName | 'backend'

type Rights = readonly (readonly [action: string, ...resources: string[]])[]

const shown = ['avatars', 'banners', 'staged'].map((folder) => `processed/${folder}/*`)
const ofPosts = ['photos', 'held'].map((folder) => `processed/${folder}/*`)
const exports = 'processed/exports/*'
const missing = 's3:ListBucket'

/** What the code of each process does, and on which keys. Told a second time, beside `rights.ts`, so that neither errs alone. */
export const byCode: Record<Process, Rights> = {
  backend: [
    ['dynamodb:GetItem', 'table'],
    ['dynamodb:Query', 'table', 'index'],
    ['dynamodb:PutItem', 'table'],
    ['dynamodb:UpdateItem', 'table'],
    ['dynamodb:DeleteItem', 'table'],
    ['dynamodb:ConditionCheckItem', 'table'],
    ['s3:GetObject', ...shown, ...ofPosts, exports],
    ['s3:PutObject', ...ofPosts, exports],
    ['s3:AbortMultipartUpload', exports],
    ['cognito-idp:AdminDeleteUser', 'pool'],
  ],
  'authorize-request': [],
  'answer-preflight': [],
  'presign-upload': [['s3:PutObject', 'raw/incoming/*']],
  'process-image': [
    ['s3:GetObject', 'raw/incoming/*'],
    ['s3:DeleteObject', 'raw/incoming/*', ...shown],
    ['s3:PutObject', ...shown],
  ],
  'create-user': [],
  'deliver-message': [
    ['dynamodb:Query', 'table'],
    ['dynamodb:UpdateItem', 'table'],
  ],
  'expire-posts': [
    ['s3:DeleteObject', 'raw/incoming/*', ...shown, ...ofPosts, exports],
    ['dynamodb:GetItem', 'table'],
    ['dynamodb:Query', 'table'],
    ['dynamodb:DeleteItem', 'table'],
  ],
}

/** Where S3 is to say "missing" and not "forbidden", because the code tells them apart. */
const knowsMissing: Partial<Record<Process, Rights>> = {
  backend: [[missing, 'processed', ...[...shown, ...ofPosts].map((key) => key.replace('processed/', ''))]],
  'process-image': [[missing, 'raw', 'incoming/*']],
}

const inNetwork = [
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
]

/** Every right of every process, one line for each action on each resource. */
export function declaredRights(settings: Settings): Map<Process, string[]> {
  return new Map(
    (['backend', ...lambdaNames] as const).map((process) => [
      process,
      [
        ...byCode[process].flatMap(([action, ...resources]) =>
          resources.map((resource) => `${action} on ${arnOf(resource, settings)}`),
        ),
        ...(knowsMissing[process] ?? []).map(([action, bucket = '', ...folders]) => {
          const condition = { StringLikeIfExists: { 's3:prefix': folders } }
          return `${action} on ${arnOf(bucket, settings)} when ${JSON.stringify(condition)}`
        }),
        ...byPlatform(process, settings),
      ],
    ]),
  )
}

/** What AWS itself does with a role, or the driver of the database. */
function byPlatform(process: Process, settings: Settings): string[] {
  const { account, region } = settings
  const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`
  const role = roleOf(process)
  const signIn = `rds-db:connect on ${arn('rds-db', `dbuser:*/${role}`)}`
  if (process === 'backend') return [signIn]
  const { on, reaches }: Lambda = wiring[process]
  const log = arn('logs', `log-group:/aws/lambda/mayfly-${process}:*`)
  const hasLetters = 'created' in on || 'every' in on || 'stream' in on
  const stream = `${arnOf('table', settings)}/stream/2026-01-01T00:00:00.000`
  return [
    ...['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) => `${action} on ${log}`),
    ...((reaches as readonly Reach[]).includes('postgres')
      ? [signIn, ...inNetwork.map((action) => `${action} on *`)]
      : []),
    ...(hasLetters ? [`sqs:SendMessage on ${arn('sqs', `mayfly-${process}-letters`)}`] : []),
    ...('stream' in on
      ? [
          ...['DescribeStream', 'GetRecords', 'GetShardIterator'].map(
            (action) => `dynamodb:${action} on ${stream}`,
          ),
          'dynamodb:ListStreams on *',
        ]
      : []),
  ]
}

/** Of a word as the tables use it: `table`, `index`, `pool`, or a bucket with what is in it. */
export function arnOf(word: string, settings: Settings): string {
  const { account, region } = settings
  const names = namesFor(settings)
  const table = `arn:aws:dynamodb:${region}:${account}:table/${names.messagesTable}`
  if (word === 'table') return table
  if (word === 'index') return `${table}/index/*`
  if (word === 'pool') return `arn:aws:cognito-idp:${region}:${account}:userpool/${region}_People`
  const buckets: Record<string, string> = {
    raw: names.rawBucket,
    processed: names.processedBucket,
    site: names.siteBucket,
    artifacts: names.artifactsBucket,
  }
  const [bucket = '', ...key] = word.split('/')
  return `arn:aws:s3:::${[buckets[bucket], ...key].join('/')}`
}
