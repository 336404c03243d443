import { namesFor } from '../names.ts'
import type { Settings } from '../settings-schema.ts'
import { deployed, type Templates } from './deployed.ts'

interface Stateful {
  what: string
  type: string
  stack: string
  /** The id in the template. CloudFormation takes another id for another resource, and deletes this one. */
  id: string
  /** What CloudFormation cannot change in place: it would make the resource anew, and empty. */
  fixed: Record<string, unknown>
  /** What is set while data is to be kept. */
  kept: { onDeletion: 'Retain' | 'RetainExceptOnCreate' | 'Snapshot'; protection?: Record<string, unknown> }
}

const text = (AttributeName: string, KeyType: string) => ({ AttributeName, KeyType })

/** All that would be lost with its resource. Whoever changes a line here has thought of the data first. */
function statefulOf(settings: Settings): Stateful[] {
  const names = namesFor(settings)
  const bucket = (what: string, stack: string, id: string, BucketName: string): Stateful => ({
    what,
    type: 'AWS::S3::Bucket',
    stack,
    id,
    fixed: { BucketName, ObjectLockEnabled: undefined },
    kept: { onDeletion: 'RetainExceptOnCreate' },
  })
  return [
    {
      what: 'people and posts',
      type: 'AWS::RDS::DBInstance',
      stack: 'mayfly-database',
      id: 'Postgres9DC8BB04',
      fixed: {
        DBInstanceIdentifier: names.databaseInstance,
        DBName: names.databaseName,
        Engine: 'postgres',
        MasterUsername: 'mayfly_owner',
        Port: '5432',
        StorageEncrypted: true,
        DBSubnetGroupName: 'mayfly-database-PostgresSubnetGroup',
        KmsKeyId: undefined,
        AvailabilityZone: undefined,
        DBSnapshotIdentifier: undefined,
        SourceDBInstanceIdentifier: undefined,
      },
      kept: { onDeletion: 'Snapshot', protection: { DeletionProtection: true } },
    },
    {
      what: 'messages',
      type: 'AWS::DynamoDB::Table',
      stack: 'mayfly-messages',
      id: 'TableCD117FA1',
      fixed: {
        TableName: names.messagesTable,
        KeySchema: [text('pk', 'HASH'), text('sk', 'RANGE')],
        LocalSecondaryIndexes: undefined,
        ImportSourceSpecification: undefined,
      },
      kept: { onDeletion: 'Retain', protection: { DeletionProtectionEnabled: true } },
    },
    {
      what: 'accounts',
      type: 'AWS::Cognito::UserPool',
      stack: 'mayfly-identity',
      id: 'PeopleE38C8D03',
      fixed: {
        UsernameAttributes: ['email'],
        UsernameConfiguration: { CaseSensitive: false },
        AliasAttributes: undefined,
      },
      kept: { onDeletion: 'Retain', protection: { DeletionProtection: 'ACTIVE' } },
    },
    bucket('uploads', 'mayfly-pictures', 'Raw72517081', names.rawBucket),
    bucket('pictures', 'mayfly-pictures', 'Processed10BEC1CE', names.processedBucket),
    bucket('the site', 'mayfly-site', 'Bucket83908E77', names.siteBucket),
    {
      what: 'images of the backend',
      type: 'AWS::ECR::Repository',
      stack: 'mayfly-containers',
      id: 'Images2D38C313',
      fixed: { RepositoryName: names.repository, EncryptionConfiguration: undefined },
      kept: { onDeletion: 'RetainExceptOnCreate' },
    },
  ]
}

/** Can be made again from a commit at any time. */
const disposable = ['mayfly-pipeline-Artifacts']

/** Whether all that holds data is the same resource as before, cannot be deleted by accident, and is in the table. */
export function statefulProblems(templates: Templates, settings: Settings): string[] {
  const table = statefulOf(settings)
  const unknown = [...new Set([...table.map(({ type }) => type), 'AWS::RDS::DBCluster'])].flatMap((type) =>
    deployed(templates, settings, type)
      .filter(
        ({ stack, id, place }) =>
          !disposable.includes(place) && !table.some((one) => one.stack === stack && one.id === id),
      )
      .map(
        ({ stack, id }) =>
          `${stack} makes ${id}, a ${type} that infra/proof/stateful.ts does not know: is it new, or what becomes of the old one's data?`,
      ),
  )
  return [...unknown, ...table.flatMap((one) => keptAsItWas(one, templates, settings))]
}

function keptAsItWas(one: Stateful, templates: Templates, settings: Settings): string[] {
  const { what, type, stack, id, fixed, kept } = one
  const found = deployed<Record<string, unknown>>(templates, settings, type).find(
    (resource) => resource.stack === stack && resource.id === id,
  )
  if (!found) return [`${stack} no longer makes ${id}, so ${what} would be deleted with it.`]
  const { properties, onDeletion, onReplacement } = found
  const written = (value: unknown) => JSON.stringify(value) ?? 'not set'
  const unlike = (wanted: Record<string, unknown>) =>
    Object.entries(wanted).filter(([name, value]) => written(properties[name]) !== written(value))
  const moved = unlike(fixed).map(
    ([name, value]) =>
      `${what}: ${name} was ${written(value)} and is ${written(properties[name])} now. CloudFormation would replace ${id} and all that is in it.`,
  )
  if (!settings.keepsData) return moved
  // What is replaced was made before.
  const afterwards = kept.onDeletion.replace('ExceptOnCreate', '')
  const isKept = onDeletion === kept.onDeletion && onReplacement === afterwards
  return [
    ...moved,
    ...(isKept ? [] : [`${what} would not outlive ${id}: its policy is not "${kept.onDeletion}".`]),
    ...unlike(kept.protection ?? {}).map(([name]) => `${what} can be deleted by mistake: ${name} is not on.`),
  ]
}
