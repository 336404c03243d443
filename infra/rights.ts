import * as iam from 'aws-cdk-lib/aws-iam'
import type { Names } from './names.ts'

const allow = (actions: string[], resources: string[], conditions?: object) =>
  new iam.PolicyStatement({ actions, resources, ...(conditions ? { conditions } : {}) })

/** Lambda moves a function into the network with these, and they know no narrower resource. */
export const networkInterfaces = allow(
  [
    'ec2:CreateNetworkInterface',
    'ec2:DeleteNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSubnets',
    'ec2:AssignPrivateIpAddresses',
    'ec2:UnassignPrivateIpAddresses',
  ],
  ['*'],
)

/** The rights of each process, by what its code calls and on which keys. */
export function rightsFor(names: Names, region: string, account: string) {
  const table = `arn:aws:dynamodb:${region}:${account}:table/${names.messagesTable}`
  const keys = (bucket: string, folders: string[]) =>
    folders.map((folder) => `arn:aws:s3:::${bucket}/${folder}/*`)
  const raw = (...folders: string[]) => keys(names.rawBucket, folders)
  const processed = (...folders: string[]) => keys(names.processedBucket, folders)
  // Without it S3 calls a missing object a forbidden one. A read that is asked about need not name a prefix.
  const knowMissing = (bucket: string, folders: string[]) =>
    allow(['s3:ListBucket'], [`arn:aws:s3:::${bucket}`], {
      StringLikeIfExists: { 's3:prefix': folders.map((folder) => `${folder}/*`) },
    })

  return {
    backend: (userPoolArn: string) => [
      allow(
        [
          'dynamodb:GetItem',
          'dynamodb:Query',
          'dynamodb:PutItem',
          'dynamodb:UpdateItem',
          'dynamodb:DeleteItem',
          'dynamodb:ConditionCheckItem',
        ],
        [table],
      ),
      allow(['dynamodb:Query'], [`${table}/index/*`]),
      allow(['s3:GetObject'], processed('avatars', 'banners', 'staged', 'photos', 'held', 'exports')),
      allow(['s3:PutObject'], processed('photos', 'held', 'exports')),
      allow(['s3:AbortMultipartUpload'], processed('exports')),
      knowMissing(names.processedBucket, ['avatars', 'banners', 'staged', 'photos', 'held']),
      allow(['cognito-idp:AdminDeleteUser'], [userPoolArn]),
    ],
    'presign-upload': [allow(['s3:PutObject'], raw('incoming'))],
    'process-image': [
      allow(['s3:GetObject', 's3:DeleteObject'], raw('incoming')),
      knowMissing(names.rawBucket, ['incoming']),
      allow(['s3:PutObject', 's3:DeleteObject'], processed('avatars', 'banners', 'staged')),
    ],
    'deliver-message': (streamArn: string) => [
      allow(['dynamodb:Query', 'dynamodb:UpdateItem'], [table]),
      allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], [streamArn]),
      allow(['dynamodb:ListStreams'], ['*']),
    ],
    'expire-posts': [
      allow(['s3:DeleteObject'], raw('incoming')),
      allow(['s3:DeleteObject'], processed('avatars', 'banners', 'staged', 'photos', 'held', 'exports')),
      allow(['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:DeleteItem'], [table]),
    ],
  }
}
