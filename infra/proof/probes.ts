import { namesFor } from '../names.ts'
import type { Settings } from '../settings-schema.ts'
import { arnOf } from './declared-rights.ts'
import type { Statement } from './granted.ts'
import { isAllowed } from './simulate.ts'

type Probe = readonly [who: string | RegExp, action: string, resource: string, besides?: readonly string[]]

const everybody = /./

/** What would be a break-in. A third column in words is of `arnOf`, or one of the secrets, roles and tables below. */
const probes: readonly Probe[] = [
  ['deliver-message', 's3:GetObject', 'raw/incoming/x'],
  ['deliver-message', 's3:GetObject', 'processed/photos/x'],
  ['deliver-message', 'dynamodb:DeleteItem', 'table'],
  ['deliver-message', 'dynamodb:GetItem', 'table'],
  ['presign-upload', 's3:DeleteObject', 'raw/incoming/x'],
  ['presign-upload', 's3:GetObject', 'raw/incoming/x'],
  ['presign-upload', 's3:PutObject', 'processed/avatars/x'],
  ['process-image', 's3:PutObject', 'processed/photos/x'],
  ['process-image', 's3:GetObject', 'processed/exports/x'],
  ['process-image', 's3:DeleteObject', 'processed/photos/x'],
  ['process-image', 'dynamodb:Query', 'table'],
  ['create-user', 'dynamodb:GetItem', 'table'],
  ['create-user', 'dynamodb:PutItem', 'table'],
  ['create-user', 's3:GetObject', 'processed/avatars/x'],
  ['expire-posts', 's3:GetObject', 'processed/held/x'],
  ['expire-posts', 's3:PutObject', 'processed/photos/x'],
  ['expire-posts', 'cognito-idp:AdminDeleteUser', 'pool'],
  ['expire-posts', 'dynamodb:PutItem', 'table'],
  ['backend', 's3:GetObject', 'raw/incoming/x'],
  ['backend', 's3:PutObject', 'raw/incoming/x'],
  ['backend', 's3:PutObject', 'processed/avatars/x'],
  ['backend', 'cognito-idp:AdminSetUserPassword', 'pool'],
  ['backend', 'cognito-idp:AdminGetUser', 'pool'],
  ['backend', 'cognito-idp:ListUsers', 'pool'],
  ['authorize-request', 'cognito-idp:AdminDeleteUser', 'pool'],
  ['answer-preflight', 'rds-db:connect', 'sign in as answer_preflight'],
  ['authorize-request', 'rds-db:connect', 'sign in as authorize_request'],
  ['step test', 's3:PutObject', 'site/index.html'],
  ['step test', 's3:PutObject', 'artifacts/x'],
  ['step test', 'ssm:PutParameter', 'the image tag'],
  ['step test', 'ecr:PutImage', 'the images'],
  ['step image', 'ssm:PutParameter', 'the image tag'],
  ['step site', 's3:PutObject', 'raw/incoming/x'],
  ['step site', 's3:DeleteObject', 'site/index.html'],
  ['step release', 's3:GetObject', 'processed/photos/x'],
  ['pipeline', 'sts:AssumeRole', 'the role that deploys'],
  [everybody, 's3:DeleteObject', 'processed/photos/x', ['expire-posts']],
  [everybody, 's3:DeleteObject', 'processed/avatars/x', ['expire-posts', 'process-image']],
  [everybody, 's3:DeleteObject', 'raw/incoming/x', ['expire-posts', 'process-image']],
  [everybody, 's3:GetObject', 'raw/incoming/x', ['process-image']],
  [everybody, 's3:GetObject', 'processed/exports/x', ['backend']],
  [everybody, 's3:PutBucketPolicy', 'processed'],
  [everybody, 'dynamodb:Scan', 'table'],
  [everybody, 'dynamodb:DeleteTable', 'table'],
  [everybody, 'cognito-idp:AdminAddUserToGroup', 'pool'],
  [everybody, 'cognito-idp:AdminDeleteUser', 'pool', ['backend']],
  [everybody, 'rds-db:connect', 'sign in as mayfly_owner'],
  [everybody, 'rds-db:connect', 'sign in as backend', ['backend']],
  [everybody, 'secretsmanager:GetSecretValue', "the owner's secret", ['start of migrations']],
  [everybody, 'secretsmanager:GetSecretValue', "the client's secret", ['start of backend']],
  [everybody, 'sts:AssumeRole', 'the role that deploys', ['step release']],
  [everybody, 'iam:PassRole', 'the role of the backend'],
  [everybody, 'iam:CreateUser', 'a new user'],
  [everybody, 'lambda:UpdateFunctionCode', 'a function'],
  [everybody, 'logs:GetLogEvents', 'the log of the backend'],
  [everybody, 'ssm:PutParameter', 'the image tag', ['step release']],
]

function targetOf(word: string, settings: Settings): string {
  const { account, region } = settings
  const names = namesFor(settings)
  const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`
  const role = (name: string) => `arn:aws:iam::${account}:role/${name}`
  const others: Record<string, string> = {
    "the owner's secret": arn('secretsmanager', 'secret:rds!db-owner'),
    "the client's secret": arn('secretsmanager', 'secret:mayfly-identity-ClientSecret'),
    'the image tag': arn('ssm', `parameter${names.imageTag}`),
    'the images': arn('ecr', `repository/${names.repository}`),
    'the role that deploys': role(`cdk-hnb659fds-deploy-role-${account}-${region}`),
    'the role of the backend': role('mayfly-backend-TaskRole-x'),
    'a new user': `arn:aws:iam::${account}:user/x`,
    'a function': arn('lambda', 'function:mayfly-create-user'),
    'the log of the backend': arn('logs', 'log-group:/mayfly/backend:log-stream:x'),
  }
  const signIn = /^sign in as (\w+)$/.exec(word)?.[1]
  if (signIn) return arn('rds-db', `dbuser:mayfly-database-Postgres.DbiResourceId/${signIn}`)
  return others[word] ?? arnOf(word, settings)
}

/** The probes that get through. */
export async function probeProblems(
  granted: ReadonlyMap<string, readonly Statement[]>,
  settings: Settings,
): Promise<string[]> {
  const problems = probes.map(async ([who, action, word, besides = []]) => {
    const suspects = [...granted].filter(([process]) =>
      typeof who === 'string' ? process === who : !besides.includes(process),
    )
    if (suspects.length === 0) return [`Nobody is called ${who}, whose rights should be probed.`]
    const resource = targetOf(word, settings)
    const through = await Promise.all(
      suspects.map(async ([process, statements]) =>
        (await isAllowed(process, action, resource, statements, settings))
          ? [`${process} may ${action} on ${word}, and must not.`]
          : [],
      ),
    )
    return through.flat()
  })
  return (await Promise.all(problems)).flat()
}
