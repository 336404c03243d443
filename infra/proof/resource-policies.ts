import { namesFor } from '../names.ts'
import type { Settings } from '../settings-schema.ts'
import { deployed, type Templates } from './deployed.ts'
import { differences } from './differences.ts'

interface Statement {
  Effect: string
  Principal: unknown
  Action: string | string[]
  Resource: string | string[]
  Condition?: object
}

interface Policy {
  Bucket?: string
  Queues?: string[]
  Topics?: string[]
  PolicyDocument: { Statement: Statement[] }
}

const insecure = { Bool: { 'aws:SecureTransport': 'false' } }
const outdated = { NumericLessThan: { 's3:TlsVersion': 1.2 } }

/** Whether buckets are open to their distribution alone, topics to CloudWatch, queues to roles, and all over TLS. */
export function resourcePolicyProblems(templates: Templates, settings: Settings): string[] {
  const found = ['AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy'].flatMap((type) =>
    deployed<Policy>(templates, settings, type).flatMap(({ properties }) =>
      properties.PolicyDocument.Statement.map(lineOf),
    ),
  )
  return [
    ...differences('A policy', wanted(templates, settings), found),
    ...originProblems(templates, settings),
  ]
}

function lineOf({ Effect, Principal, Action, Resource, Condition }: Statement): string {
  const who = typeof Principal === 'object' && Principal !== null ? Object.values(Principal)[0] : Principal
  const what = `${[Action].flat().join(', ')} on ${[Resource].flat().join(', ')}`
  return `${who} ${Effect === 'Deny' ? 'may not' : 'may'} ${what} when ${JSON.stringify(Condition)}`
}

function wanted(templates: Templates, settings: Settings): string[] {
  const { account, region } = settings
  const names = namesFor(settings)
  const buckets = [names.siteBucket, names.rawBucket, names.processedBucket, names.artifactsBucket]
  const line = (who: string, what: string, when: object) => `${who} ${what} when ${JSON.stringify(when)}`
  const whole = (bucket: string) => `arn:aws:s3:::${bucket}, arn:aws:s3:::${bucket}/*`
  const shownBy = (bucket: string, distribution: string) =>
    line('cloudfront.amazonaws.com', `may s3:GetObject, s3:ListBucket on ${whole(bucket)}`, {
      StringEquals: { 'AWS:SourceArn': `arn:aws:cloudfront::${account}:distribution/${distribution}` },
    })
  const queues = deployed<{ QueueName: string }>(templates, settings, 'AWS::SQS::Queue').map(
    ({ properties }) => `arn:aws:sqs:${region}:${account}:${properties.QueueName}`,
  )
  const topics = deployed<object>(templates, settings, 'AWS::SNS::Topic').map(({ place }) =>
    place === 'mayfly-bill-Alarm'
      ? `arn:aws:sns:us-east-1:${account}:mayfly-bill`
      : `arn:aws:sns:${region}:${account}:mayfly-alarms`,
  )
  return [
    ...buckets.flatMap((bucket) =>
      [insecure, outdated].map((when) => line('*', `may not s3:* on ${whole(bucket)}`, when)),
    ),
    shownBy(names.processedBucket, 'mayfly-pictures-Assets'),
    shownBy(names.siteBucket, 'mayfly-site-Distribution'),
    ...queues.map((queue) => line('*', `may not sqs:* on ${queue}`, insecure)),
    ...topics.flatMap((topic) => [
      line('*', `may not sns:Publish on ${topic}`, insecure),
      line('cloudwatch.amazonaws.com', `may sns:Publish on ${topic}`, {
        StringEquals: { 'aws:SourceAccount': account },
      }),
    ]),
  ]
}

interface Distribution {
  DistributionConfig: {
    Origins: { DomainName: string; OriginAccessControlId?: string; VpcOriginConfig?: object }[]
  }
}

/** Whether each distribution shows its own bucket, and signs its requests for it. */
function originProblems(templates: Templates, settings: Settings): string[] {
  const origins = deployed<Distribution>(templates, settings, 'AWS::CloudFront::Distribution').flatMap(
    ({ place, properties }) =>
      properties.DistributionConfig.Origins.map(({ DomainName, OriginAccessControlId, VpcOriginConfig }) => {
        const way = OriginAccessControlId ? 'signed' : VpcOriginConfig ? 'inside' : 'openly'
        return `${place} asks ${DomainName} ${way}`
      }),
  )
  return differences(
    'CloudFront',
    [
      'mayfly-pictures-Assets asks mayfly-pictures-Processed.RegionalDomainName signed',
      'mayfly-site-Distribution asks mayfly-site-Bucket.RegionalDomainName signed',
      `mayfly-site-Distribution asks ${namesFor(settings).backendHost} inside`,
    ],
    origins,
  )
}
