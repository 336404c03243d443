import * as iam from 'aws-cdk-lib/aws-iam'
import type { Plan } from './plan.ts'

/** What CDK's own roles are called after `cdk bootstrap`; the pipeline deploys through them, as an operator does. */
const bootstrapRoles = ['deploy-role', 'file-publishing-role', 'lookup-role']

/** What each step of the pipeline may do: read its commit and write its log, and then what only it needs. */
export function pipelineRights(
  step: 'test' | 'image' | 'release' | 'site',
  { names, env }: Plan,
  logGroupArn: string,
  artifactsArn: string,
): iam.PolicyStatement[] {
  const { account, region } = env
  const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`
  const allow = (actions: string[], resources: string[], conditions?: object) =>
    new iam.PolicyStatement({ actions, resources, ...(conditions ? { conditions } : {}) })

  const always = [
    allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroupArn]),
    allow(['s3:GetObject', 's3:GetObjectVersion'], [`${artifactsArn}/*`]),
  ]
  const own = {
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
        bootstrapRoles.map((role) => `arn:aws:iam::${account}:role/cdk-hnb659fds-${role}-${account}-*`),
      ),
      allow(['ssm:GetParameter', 'ssm:PutParameter'], [arn('ssm', `parameter${names.imageTag}`)]),
      allow(['ecs:RunTask'], [arn('ecs', 'task-definition/mayfly-migrations:*')]),
      allow(['ecs:DescribeTasks'], [arn('ecs', `task/${names.cluster}/*`)]),
      allow(['iam:PassRole'], [`arn:aws:iam::${account}:role/mayfly-migrations-*`], {
        StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
      }),
      allow(['cloudformation:DescribeStacks'], [arn('cloudformation', 'stack/mayfly-*/*')]),
    ],
    site: [
      allow(['s3:PutObject', 's3:DeleteObject'], [`arn:aws:s3:::${names.siteBucket}/*`]),
      allow(['s3:ListBucket'], [`arn:aws:s3:::${names.siteBucket}`]),
      allow(['cloudfront:CreateInvalidation'], [`arn:aws:cloudfront::${account}:distribution/*`]),
      allow(['cloudformation:DescribeStacks'], [arn('cloudformation', 'stack/mayfly-site/*')]),
    ],
  }
  return [...always, ...own[step]]
}
