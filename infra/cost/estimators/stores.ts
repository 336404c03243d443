import {
  type Charge,
  type Estimator,
  expectProperty,
  GIGABYTE,
  HOURS_A_MONTH,
  keyIn,
  numberOf,
  refuse,
  textOf,
} from '../estimator.ts'
import { type PriceName, prices } from '../prices.ts'
import type { Usage } from '../usage/usage.ts'

/** So much of the disk changes from one day's backup to the next: what is written fades soon. */
const CHANGED_A_DAY = 0.1
/** A transaction of three parts, two members' entries with their index, and that they have read it. */
const WRITES_A_MESSAGE = 15
/** The page of messages and the count of the unread, by each who reads it. */
const READS_A_MESSAGE = 20
const READS_A_SESSION = 20
/** With its key and its share of entries. Seven days are the usual lifetime. */
const MESSAGE_BYTES = 1_000
const MONTHS_LIVED = 7 / 30

interface Files {
  bytes: (usage: Usage) => number
  writes: (usage: Usage) => number
  reads: (usage: Usage) => number
}

/** Of one photo: its three sizes, made, then copied to their post. */
const VARIANTS = 3
const VARIANTS_BYTES = 250_000
/** A picture that CloudFront holds for minutes, in each of its places. */
const MISSED = 0.5
const SITE_FILES = 300
const SITE_RELEASE_BYTES = 5e6
const ARTIFACT_BYTES = 50e6

/** What lies in each bucket, and how often it is asked. */
const files: Readonly<Record<'raw' | 'processed' | 'site' | 'artifacts', Files>> = {
  raw: { bytes: () => 0, writes: ({ photos }) => photos, reads: ({ photos }) => photos },
  processed: {
    bytes: ({ photos }) => photos * VARIANTS_BYTES * MONTHS_LIVED,
    writes: ({ photos }) => photos * VARIANTS * 2,
    reads: ({ pictureViews }) => pictureViews * MISSED,
  },
  site: {
    bytes: ({ releases }) => releases * SITE_RELEASE_BYTES,
    writes: ({ releases }) => releases * SITE_FILES,
    reads: ({ siteRequests }) => siteRequests * MISSED,
  },
  artifacts: {
    bytes: ({ releases }) => releases * ARTIFACT_BYTES,
    writes: ({ releases }) => releases,
    reads: ({ releases }) => releases * 4,
  },
}

export const stores = {
  'AWS::RDS::DBInstance': (resource) => {
    expectProperty(resource, 'Engine', 'postgres')
    expectProperty(resource, 'StorageType', 'gp3')
    const price = textOf(resource, 'DBInstanceClass')
    if (!(price in prices)) refuse(resource, `prices.ts has no ${price}.`)
    const zones = resource.properties.MultiAZ === true ? 2 : 1
    const used = resource.usage.databaseGigabytes
    const disk = Math.max(numberOf(resource, 'AllocatedStorage'), used)
    const kept = used * (1 + CHANGED_A_DAY * numberOf(resource, 'BackupRetentionPeriod'))
    const service = 'RDS Postgres'
    return [
      { service, what: 'instance', price: price as PriceName, quantity: HOURS_A_MONTH * zones },
      { service, what: 'disk', price: 'databaseDisk', quantity: disk * zones },
      { service, what: 'backups', price: 'databaseBackup', quantity: Math.max(0, kept - disk) },
      ...(resource.properties.ManageMasterUserPassword === true
        ? [
            {
              service: 'Secrets Manager',
              what: "the owner's password",
              price: 'secret',
              quantity: 1,
            } as const,
          ]
        : []),
    ]
  },

  'AWS::DynamoDB::Table': (resource) => {
    expectProperty(resource, 'BillingMode', 'PAY_PER_REQUEST')
    const { PointInTimeRecoveryEnabled } = resource.properties.PointInTimeRecoverySpecification as {
      PointInTimeRecoveryEnabled: boolean
    }
    if (PointInTimeRecoveryEnabled) refuse(resource, 'its backup of every minute has no price yet.')
    const { messages, sessions } = resource.usage
    const reads = messages * READS_A_MESSAGE + sessions * READS_A_SESSION
    const disk = (messages * MESSAGE_BYTES * MONTHS_LIVED) / GIGABYTE
    const service = 'DynamoDB'
    return [
      { service, what: 'writes', price: 'write', quantity: messages * WRITES_A_MESSAGE },
      { service, what: 'reads', price: 'read', quantity: reads },
      { service, what: 'disk', price: 'tableDisk', quantity: disk },
    ]
  },

  'AWS::S3::Bucket': (resource): Charge[] => {
    const name = keyIn(resource, 'BucketName', files)
    const { bytes, writes, reads } = files[name]
    const { usage } = resource
    const service = 'S3'
    return [
      { service, what: `bytes, ${name}`, price: 'objects', quantity: bytes(usage) / GIGABYTE },
      { service, what: `writes, ${name}`, price: 'objectWrite', quantity: writes(usage) },
      { service, what: `reads, ${name}`, price: 'objectRead', quantity: reads(usage) },
    ]
  },
} satisfies Record<string, Estimator>
