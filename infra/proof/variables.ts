import type { Settings } from '../settings-schema.ts'
import { type Deployed, deployed, type Templates } from './deployed.ts'

export type Variables = Record<string, string>

const SECRET = /^\{\{resolve:secretsmanager:[\w/-]+:SecretString:*\}\}$/
/** Long enough for every rule about secrets. */
export const STAND_IN = 'a secret that stands in for one on AWS'

export const isSecret = (value: string) => SECRET.test(value)

/** What a process would say at its start instead of starting. */
export function toldBy(process: string, read: () => unknown): string[] {
  try {
    read()
    return []
  } catch (error) {
    const [, ...lines] = (error as Error).message.split('\n')
    return lines.map((line) => `${process} could not start: ${line.trim()}`)
  }
}

/** What a process is given for nothing. */
export const besides = (process: string, given: Variables, wanted: readonly string[]) =>
  Object.keys(given)
    .filter((name) => !wanted.includes(name))
    .map((name) => `${process} is given ${name}, which it does not read.`)

/** Where a variable points elsewhere. */
export function wrongValues(process: string, given: Variables, right: object): string[] {
  return Object.entries(right).flatMap(([name, value]) =>
    name in given && given[name] !== value
      ? [`${process} is told that ${name} is ${given[name]}, but it is ${value}.`]
      : [],
  )
}

export const withStandIns = (variables: Variables): Variables =>
  Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, isSecret(value) ? STAND_IN : value]),
  )

/** What the variables should say, by the resources themselves. */
export function rightValues(templates: Templates, settings: Settings) {
  const one = <Properties>(type: string, word: string) =>
    deployed<Properties>(templates, settings, type).find(({ id }) =>
      id.startsWith(word),
    ) as Deployed<Properties>
  const bucket = (word: string) => one<{ BucketName: string }>('AWS::S3::Bucket', word).properties.BucketName
  const database = one<{ DBName: string; Port: string }>('AWS::RDS::DBInstance', 'Postgres')
  const { DBName, Port } = database.properties
  const host = `${database.place}.Endpoint.Address`
  return {
    MESSAGES_TABLE: one<{ TableName: string }>('AWS::DynamoDB::Table', 'Table').properties.TableName,
    RAW_BUCKET: bucket('Raw'),
    PROCESSED_BUCKET: bucket('Processed'),
    COGNITO_USER_POOL_ID: `${settings.region}_People`,
    COGNITO_CLIENT_ID: one('AWS::Cognito::UserPoolClient', 'People').place,
    SITE_ORIGINS: `https://${settings.domain},https://www.${settings.domain}`,
    database: { DATABASE_HOST: host, DATABASE_PORT: Port, DATABASE_NAME: DBName },
    databaseUrl: (role: string) => `postgres://${role}@${host}:${Port}/${DBName}`,
  }
}
