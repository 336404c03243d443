import { type LambdaName, type Reach, roleOf, wiring } from '@mayfly/lambdas/wiring'
import { type App, Validations } from 'aws-cdk-lib'
import type { Plan } from './plan.ts'

const S = 'AwsSolutions::AwsSolutions'

/** What the checks find and we mean so, each with its reason. */
const meant: Record<string, string> = {
  [`${S}-APIG4`]: 'What the contract calls public has no authorizer; the backend looks at a token itself.',
  [`${S}-CB4`]:
    'The artifacts are encrypted by S3, and nobody else is to be kept from them by a key of our own.',
  [`${S}-CFR1`]: 'Mayfly is for everybody, wherever they are.',
  [`${S}-CFR2`]:
    'Rates for each person and address are kept by the gateway and the backend; a firewall costs more than all else.',
  [`${S}-CFR3`]: 'A log of who looked at what would outlive what they looked at.',
  [`${S}-COG1`]:
    'Length and digits are asked for; capitals and signs make passwords harder to remember, not to guess.',
  [`${S}-COG2`]: 'One signs in with a password alone. What is behind it is gone in a month at most.',
  [`${S}-COG8`]: 'Five wrong passwords lock an account for a while in every plan; the dear one adds scores.',
  [`${S}-DDB3`]: 'A backup would keep for weeks what was to be gone in an hour: docs/decisions/022.',
  [`${S}-ECS2`]: 'There is no secret among the variables; the one secret comes from Secrets Manager.',
  [`${S}-ECS4`]: 'Service, load balancer and application tell what is needed, and for nothing.',
  [`${S}-ELB2`]: 'A log of who looked at what would outlive what they looked at; the gateway notes routes.',
  [`${S}-RDS3`]: 'A second zone comes with the size "large".',
  [`${S}-RDS11`]: 'The port is no secret: the group lets nobody in but three others.',
  [`${S}-S1`]: 'A log of who looked at what would outlive what they looked at.',
  [`${S}-SMG4`]: 'Cognito makes a new client secret with a new client: docs/deploy.md, "Rotate".',
  [`${S}-SQS3`]: 'It is a dead-letter queue itself.',
  'Serverless::Serverless-EventBusDLQ': 'The next minute comes anyhow.',
  'Serverless::Serverless-LambdaDLQ':
    'Whoever asks these is told at once, and the stream has its queue at the mapping.',
  'Serverless::Serverless-LambdaTracing':
    'X-Ray is not reached from a network without a way out; logs carry the id of the request.',
  'Serverless::Serverless-SNSRedrivePolicy': 'Mail that cannot be delivered goes nowhere else.',
  'Serverless::Serverless-SQSRedrivePolicy': 'It is a dead-letter queue itself.',
  'Annotation::@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk':
    'The viewer function and the root object keep a listing from everybody; without the right, a missing file is called a forbidden one.',
}

const reachesPostgres = (name: LambdaName) => (wiring[name].reaches as readonly Reach[]).includes('postgres')
const roles = ['backend' as const, ...(Object.keys(wiring) as LambdaName[]).filter(reachesPostgres)].map(
  roleOf,
)

/** Every resource with a star in any policy, and why it cannot be said more exactly. */
const stars = ({ names, env }: Plan): Record<string, string> => {
  const { account, region } = env
  const objects = (bucket: string, ...folders: string[]) =>
    folders.map((folder) => `arn:aws:s3:::${bucket}/${folder}*`)
  const reasons: [string, string[]][] = [
    ['These actions know no resource: network interfaces, registry log-in, the list of streams.', ['*']],
    [
      'The objects of a folder.',
      [
        ...objects(names.rawBucket, 'incoming/'),
        ...objects(names.processedBucket, 'avatars/', 'banners/', 'staged/', 'photos/', 'held/', 'exports/'),
        ...objects(names.siteBucket, ''),
        ...objects(names.artifactsBucket, ''),
      ],
    ],
    [
      'Versions of one task definition, tasks of one cluster, ids that CloudFormation and CloudFront give.',
      [
        `arn:aws:ecs:${region}:${account}:task-definition/mayfly-migrations:*`,
        `arn:aws:ecs:${region}:${account}:task/${names.cluster}/*`,
        `arn:aws:iam::${account}:role/mayfly-migrations-*`,
        `arn:aws:cloudformation:${region}:${account}:stack/mayfly-site/*`,
        `arn:aws:cloudfront::${account}:distribution/*`,
      ],
    ],
    [
      'The database of this account, whose id is another one after it was restored from a backup.',
      [
        ...roles.map((role) => `arn:aws:rds-db:${region}:${account}:dbuser:*/${role}`),
        `arn:aws:secretsmanager:${region}:${account}:secret:rds!db-*`,
      ],
    ],
    [
      'The table has one index.',
      [`arn:aws:dynamodb:${region}:${account}:table/${names.messagesTable}/index/*`],
    ],
  ]
  return Object.fromEntries(
    reasons.flatMap(([reason, arns]) => arns.map((arn) => [`${S}-IAM5[Resource::${arn}]`, reason])),
  )
}

/** Every finding that is accepted, with its reason. */
export const acceptedFindings = (plan: Plan): Record<string, string> => ({ ...meant, ...stars(plan) })

/** Accepts what is meant, and nothing besides: every other finding fails the synthesis. */
export function acceptFindings(app: App, plan: Plan): void {
  for (const [id, reason] of Object.entries(acceptedFindings(plan)))
    Validations.of(app).acknowledge({ id, reason })
}
