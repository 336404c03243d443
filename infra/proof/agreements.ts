import { bucketLifecycles, uploadCors } from '@mayfly/config/buckets'
import { messagesTable } from '@mayfly/config/messages-table'
import { userPool } from '@mayfly/config/user-pool'
import { namesFor } from '../names.ts'
import type { Settings } from '../settings-schema.ts'
import { deployed, type Templates } from './deployed.ts'
import { differences, lines } from './differences.ts'

interface LifecycleRule {
  Prefix: string
  ExpirationInDays: number
  Status: string
  AbortIncompleteMultipartUpload?: { DaysAfterInitiation: number }
}

interface Bucket {
  BucketName: string
  LifecycleConfiguration?: { Rules: LifecycleRule[] }
  CorsConfiguration?: { CorsRules: object[] }
}

/** Whether the buckets delete what `config/buckets.ts` says, and let the site's pages post uploads. */
export function bucketProblems(templates: Templates, settings: Settings): string[] {
  const names = namesFor(settings)
  const buckets = deployed<Bucket>(templates, settings, 'AWS::S3::Bucket')
  return (['raw', 'processed'] as const).flatMap((which) => {
    const name = which === 'raw' ? names.rawBucket : names.processedBucket
    const bucket = buckets.find(({ properties }) => properties.BucketName === name)?.properties
    const wanted = bucketLifecycles[which].map(
      ({ prefix, expireAfterDays, abortIncompleteUploadsAfterDays: parts }) =>
        `${prefix} deleted after ${expireAfterDays} days, parts of uploads after ${parts ?? 'never'}`,
    )
    const found = (bucket?.LifecycleConfiguration?.Rules ?? [])
      .filter(({ Status }) => Status === 'Enabled')
      .map(
        ({ Prefix, ExpirationInDays, AbortIncompleteMultipartUpload: parts }) =>
          `${Prefix} deleted after ${ExpirationInDays} days, parts of uploads after ${parts?.DaysAfterInitiation ?? 'never'}`,
      )
    const cors = {
      AllowedHeaders: [],
      AllowedMethods: [uploadCors.allowedMethod],
      AllowedOrigins: names.siteOrigins,
      MaxAge: uploadCors.maxAgeSeconds,
    }
    return [
      ...differences(`The bucket ${which}`, wanted, found),
      ...differences(
        `CORS of the bucket ${which}`,
        which === 'raw' ? lines(cors) : [],
        (bucket?.CorsConfiguration?.CorsRules ?? []).flatMap(lines),
      ),
    ]
  })
}

interface Table {
  KeySchema: unknown
  GlobalSecondaryIndexes: { IndexName: string; KeySchema: unknown; Projection: object }[]
  TimeToLiveSpecification: object
  StreamSpecification: object
  PointInTimeRecoverySpecification: object
}

/** Whether the table of messages is the one that `config/messages-table.ts` describes. */
export function tableProblems(templates: Templates, settings: Settings): string[] {
  const { partitionKey, sortKey, inboxIndex, ttlAttribute, streamView } = messagesTable
  const keys = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: 'HASH' },
    { AttributeName: range, KeyType: 'RANGE' },
  ]
  const wanted = {
    keys: keys(partitionKey, sortKey),
    indexes: [
      {
        IndexName: inboxIndex.name,
        KeySchema: keys(inboxIndex.partitionKey, inboxIndex.sortKey),
        Projection: { ProjectionType: 'ALL' },
      },
    ],
    expiry: { AttributeName: ttlAttribute, Enabled: true },
    stream: { StreamViewType: streamView },
    recovery: { PointInTimeRecoveryEnabled: false },
  }
  return deployed<Table>(templates, settings, 'AWS::DynamoDB::Table').flatMap(({ place, properties }) =>
    differences(
      place,
      lines(wanted),
      lines({
        keys: properties.KeySchema,
        indexes: properties.GlobalSecondaryIndexes,
        expiry: properties.TimeToLiveSpecification,
        stream: properties.StreamSpecification,
        recovery: properties.PointInTimeRecoverySpecification,
      }),
    ),
  )
}

interface Pool {
  Policies?: { PasswordPolicy?: object }
}

interface Client {
  AccessTokenValidity: number
  RefreshTokenValidity: number
  TokenValidityUnits: Record<string, string>
  RefreshTokenRotation: { Feature: string; RetryGracePeriodSeconds: number }
  GenerateSecret: boolean
}

/** Whether the user pool is the one that `config/user-pool.ts` describes. */
export function poolProblems(templates: Templates, settings: Settings): string[] {
  const one = <Properties>(type: string) => deployed<Properties>(templates, settings, type)[0]?.properties
  const client = one<Client>('AWS::Cognito::UserPoolClient')
  const policy = one<Pool>('AWS::Cognito::UserPool')?.Policies?.PasswordPolicy
  const group = one<{ GroupName: string }>('AWS::Cognito::UserPoolGroup')?.GroupName
  const { minimumLength, ...required } = userPool.passwordPolicy
  const wanted = {
    MinimumLength: minimumLength,
    ...Object.fromEntries(
      Object.entries(required).map(([name, value]) => [name[0]?.toUpperCase() + name.slice(1), value]),
    ),
    accessMinutes: userPool.accessTokenMinutes,
    refreshMinutes: userPool.refreshTokenDays * 24 * 60,
    units: 'minutes',
    rotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: userPool.rotationGraceSeconds },
    hasSecret: true,
    moderators: userPool.moderatorsGroup,
  }
  const found = {
    ...policy,
    accessMinutes: client?.AccessTokenValidity,
    refreshMinutes: client?.RefreshTokenValidity,
    units: [...new Set(Object.values(client?.TokenValidityUnits ?? {}))].join(),
    rotation: client?.RefreshTokenRotation,
    hasSecret: client?.GenerateSecret,
    moderators: group,
  }
  return differences('The user pool', lines(wanted), lines(found))
}
