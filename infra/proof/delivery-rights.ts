import { EDGE_REGION } from '../edge-region.ts'
import { namesFor } from '../names.ts'
import type { Settings } from '../settings-schema.ts'
import { arnOf } from './declared-rights.ts'

const pull = ['BatchCheckLayerAvailability', 'BatchGetImage', 'GetDownloadUrlForLayer']
const push = ['CompleteLayerUpload', 'DescribeImages', 'InitiateLayerUpload', 'PutImage', 'UploadLayerPart']
const steps = ['test', 'image', 'release', 'site'] as const

/** Every right of what brings the processes up: ECS, the pipeline with its steps, the network's log. */
export function deliveryRights(settings: Settings): Map<string, string[]> {
  const { arn, on, log } = wordsFor(settings)
  const refused = arn('logs', 'log-group:mayfly-network-RefusedLog:*')
  return new Map([
    ...startRights(settings),
    ...stepRights(settings),
    ['pipeline', conductorRights(settings)],
    ['flow log', [...log('mayfly-network-RefusedLog'), ...on(refused, 'logs:DescribeLogStreams')]],
  ])
}

type Line = [process: string, rights: string[]]

function wordsFor({ account, region }: Settings) {
  const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`
  const on = (resource: string, ...actions: string[]) => actions.map((action) => `${action} on ${resource}`)
  const log = (group: string) =>
    on(arn('logs', `log-group:${group}:*`), 'logs:CreateLogStream', 'logs:PutLogEvents')
  return { arn, on, log }
}

function startRights(settings: Settings): Line[] {
  const { arn, on, log } = wordsFor(settings)
  const names = namesFor(settings)
  const read = (...secrets: string[]) =>
    secrets.flatMap((name) => on(arn('secretsmanager', `secret:${name}`), 'secretsmanager:GetSecretValue'))
  const image = imageRights(settings, pull)
  return [
    ['migrations', []],
    ['start of migrations', [...image, ...log('/mayfly/migrations'), ...read('rds!db-*')]],
    [
      'start of backend',
      [...image, ...log('/mayfly/backend'), ...read('mayfly-identity-ClientSecret', names.rateSecret)],
    ],
  ]
}

function imageRights(settings: Settings, actions: readonly string[]): string[] {
  const { arn, on } = wordsFor(settings)
  const images = arn('ecr', `repository/${namesFor(settings).repository}`)
  return ['ecr:GetAuthorizationToken on *', ...on(images, ...actions.map((action) => `ecr:${action}`))]
}

function stepRights(settings: Settings): Line[] {
  const { account } = settings
  const { arn, on, log } = wordsFor(settings)
  const names = namesFor(settings)
  const commit = on(arnOf('artifacts/*', settings), 's3:GetObject', 's3:GetObjectVersion')
  const own: Record<(typeof steps)[number], string[]> = {
    test: [],
    image: imageRights(settings, [...pull, ...push]),
    release: [
      ...deployRights(settings),
      ...on(arn('ssm', `parameter${names.imageTag}`), 'ssm:GetParameter', 'ssm:PutParameter'),
      ...on(arn('ecs', 'task-definition/mayfly-migrations:*'), 'ecs:RunTask'),
      ...on(arn('ecs', `task/${names.cluster}/*`), 'ecs:DescribeTasks'),
      ...on(
        arn('ecs', `service/${names.cluster}/${names.service}`),
        'ecs:DescribeServices',
        'ecs:UpdateService',
      ),
    ],
    site: [
      ...on(arnOf('site/*', settings), 's3:PutObject'),
      ...on(`arn:aws:cloudfront::${account}:distribution/*`, 'cloudfront:CreateInvalidation'),
      ...on(arn('cloudformation', 'stack/mayfly-site/*'), 'cloudformation:DescribeStacks'),
    ],
  }
  return steps.map((step) => [`step ${step}`, [...log(`/mayfly/pipeline/${step}`), ...commit, ...own[step]]])
}

/** CDK deploys through the roles of its bootstrap; the task of the migrations is started with its own two. */
function deployRights({ account, region }: Settings): string[] {
  const bootstrap = [...new Set([region, EDGE_REGION])].flatMap((where) =>
    ['deploy-role', 'file-publishing-role', 'lookup-role'].map(
      (role) => `sts:AssumeRole on arn:aws:iam::${account}:role/cdk-hnb659fds-${role}-${account}-${where}`,
    ),
  )
  const toTasks = { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } }
  return [
    ...bootstrap,
    `iam:PassRole on arn:aws:iam::${account}:role/mayfly-migrations-* when ${JSON.stringify(toTasks)}`,
  ]
}

function conductorRights(settings: Settings): string[] {
  const { arn, on } = wordsFor(settings)
  const ofBuild = ['BatchGetBuilds', 'StartBuild', 'StopBuild'].map((action) => `codebuild:${action}`)
  return [
    ...on(
      settings.source.connectionArn,
      'codeconnections:UseConnection',
      'codestar-connections:UseConnection',
    ),
    ...on(arnOf('artifacts/*', settings), 's3:GetObject', 's3:GetObjectVersion', 's3:PutObject'),
    ...on(arnOf('artifacts', settings), 's3:GetBucketVersioning'),
    ...steps.flatMap((step) =>
      on(arn('codebuild', `project/${namesFor(settings).buildProject(step)}`), ...ofBuild),
    ),
  ]
}
