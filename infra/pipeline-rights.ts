import * as iam from 'aws-cdk-lib/aws-iam'
import { EDGE_REGION } from './edge-region.ts'
import type { Names } from './names.ts'
import type { Plan } from './plan.ts'

/** What CDK's own roles are called after `cdk bootstrap`; the pipeline deploys through them, as an operator does. */
const bootstrapRoles = ['deploy-role', 'file-publishing-role', 'lookup-role']

/** The steps, by the files of `infra/pipeline/` that say what they run. */
const steps = ['test', 'image', 'release', 'site'] as const

export type Step = (typeof steps)[number]

/** What the pipeline itself does: fetch the commit, keep it, and start the steps. */
export function conductorRights({ settings, names, env }: Plan): iam.PolicyStatement[] {
  return [
    allow(
      ['codeconnections:UseConnection', 'codestar-connections:UseConnection'],
      [settings.source.connectionArn],
    ),
    allow(['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'], [`${artifactsOf(names)}/*`]),
    allow(['s3:GetBucketVersioning'], [artifactsOf(names)]),
    allow(
      ['codebuild:StartBuild', 'codebuild:BatchGetBuilds', 'codebuild:StopBuild'],
      steps.map(
        (step) => `arn:aws:codebuild:${env.region}:${env.account}:project/${names.buildProject(step)}`,
      ),
    ),
  ]
}

/** What each step of the pipeline may do: read its commit and write its log, and then what only it needs. */
export function pipelineRights(step: Step, plan: Plan, logGroupArn: string): iam.PolicyStatement[] {
  return [
    allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroupArn]),
    allow(['s3:GetObject', 's3:GetObjectVersion'], [`${artifactsOf(plan.names)}/*`]),
    ...ownRights(plan)[step],
  ]
}

const artifactsOf = (names: Names) => `arn:aws:s3:::${names.artifactsBucket}`

const allow = (actions: string[], resources: string[], conditions?: object) =>
  new iam.PolicyStatement({ actions, resources, ...(conditions ? { conditions } : {}) })

function ownRights({ names, env }: Plan): Record<Step, iam.PolicyStatement[]> {
  const { account, region } = env
  const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`
  return {
    test: [],
    image: [
      allow(['ecr:GetAuthorizationToken'], ['*']),
      allow(
        [
          'ecr:BatchCheckLayerAvailability',
          'ecr:BatchGetImage',
          'ecr:CompleteLayerUpload',
          'ecr:DescribeImages',
          'ecr:GetDownloadUrlForLayer',
          'ecr:InitiateLayerUpload',
          'ecr:PutImage',
          'ecr:UploadLayerPart',
        ],
        [arn('ecr', `repository/${names.repository}`)],
      ),
    ],
    release: [
      allow(
        ['sts:AssumeRole'],
        [...new Set([region, EDGE_REGION])].flatMap((where) =>
          bootstrapRoles.map(
            (role) => `arn:aws:iam::${account}:role/cdk-hnb659fds-${role}-${account}-${where}`,
          ),
        ),
      ),
      allow(['ssm:GetParameter', 'ssm:PutParameter'], [arn('ssm', `parameter${names.imageTag}`)]),
      allow(['ecs:RunTask'], [arn('ecs', 'task-definition/mayfly-migrations:*')]),
      allow(
        ['ecs:DescribeServices', 'ecs:UpdateService'],
        [arn('ecs', `service/${names.cluster}/${names.service}`)],
      ),
      allow(['ecs:DescribeTasks'], [arn('ecs', `task/${names.cluster}/*`)]),
      allow(['iam:PassRole'], [`arn:aws:iam::${account}:role/mayfly-migrations-*`], {
        StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
      }),
    ],
    site: [
      allow(['s3:PutObject'], [`arn:aws:s3:::${names.siteBucket}/*`]),
      allow(['cloudfront:CreateInvalidation'], [`arn:aws:cloudfront::${account}:distribution/*`]),
      allow(['cloudformation:DescribeStacks'], [arn('cloudformation', 'stack/mayfly-site/*')]),
    ],
  }
}
