import { readConfig, readGiven } from '@mayfly/config/config'
import { variablesFor } from '@mayfly/lambdas/variables'
import { roleOf } from '@mayfly/lambdas/wiring'
import type { Settings } from '../settings-schema.ts'
import { type Deployed, deployed, type Templates } from './deployed.ts'
import { lambdaNames } from './lambda-in.ts'

type Variables = Record<string, string>

interface FunctionProperties {
  FunctionName: string
  Environment?: { Variables?: Variables }
}

interface Container {
  Name: string
  Environment?: { Name: string; Value: string }[]
  Secrets?: { Name: string; ValueFrom: string }[]
}

const SECRET = /^\{\{resolve:secretsmanager:[\w/-]+:SecretString:*\}\}$/
/** Long enough for every rule about secrets. */
const STAND_IN = 'a secret that stands in for one on AWS'

/** Whether each process is given the variables that it reads, under their names and with the right values, and no others. */
export function environmentProblems(templates: Templates, settings: Settings): string[] {
  const right = rightValues(templates, settings)
  const ofFunctions = lambdaNames.flatMap((name) => {
    const given = variablesOfFunction(name, templates, settings)
    if (given === undefined) return [`There is no function ${name}.`]
    const wanted = variablesFor(name)
    const read = { AWS_REGION: settings.region, ...withStandIns(given) }
    return [
      ...toldBy(name, () => readGiven(wanted, read)),
      ...besides(name, given, wanted),
      ...wrongValues(name, given, {
        ...right,
        DATABASE_URL: right.databaseUrl(roleOf(name)),
      }),
    ]
  })
  return [...ofFunctions, ...backendProblems(templates, settings, right)]
}

function backendProblems(
  templates: Templates,
  settings: Settings,
  right: ReturnType<typeof rightValues>,
): string[] {
  const container = containersIn(templates, settings).find(({ Name }) => Name === 'backend')
  if (!container) return ['There is no container of the backend.']
  const plain = Object.fromEntries((container.Environment ?? []).map(({ Name, Value }) => [Name, Value]))
  const secret = Object.fromEntries((container.Secrets ?? []).map(({ Name }) => [Name, STAND_IN]))
  const all = { ...plain, ...secret }
  let read: object = {}
  const told = toldBy('backend', () => {
    read = readConfig(all)
  })
  // What it could not read in full tells no names.
  const known = told.length > 0 ? Object.keys(all) : Object.keys(read)
  return [
    ...told,
    ...besides('backend', all, known),
    ...wrongValues('backend', plain, { ...right, DATABASE_URL: right.databaseUrl('backend') }),
  ]
}

function toldBy(process: string, read: () => unknown): string[] {
  try {
    read()
    return []
  } catch (error) {
    const [, ...lines] = (error as Error).message.split('\n')
    return lines.map((line) => `${process} could not start: ${line.trim()}`)
  }
}

const besides = (process: string, given: Variables, wanted: readonly string[]) =>
  Object.keys(given)
    .filter((name) => !wanted.includes(name))
    .map((name) => `${process} is given ${name}, which it does not read.`)

function wrongValues(process: string, given: Variables, right: object): string[] {
  return Object.entries(right).flatMap(([name, value]) =>
    name in given && given[name] !== value
      ? [`${process} is told that ${name} is ${given[name]}, but it is ${value}.`]
      : [],
  )
}

const withStandIns = (variables: Variables): Variables =>
  Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, SECRET.test(value) ? STAND_IN : value]),
  )

/** What the variables should say, by the resources themselves. */
function rightValues(templates: Templates, settings: Settings) {
  const one = <Properties>(type: string, word: string) =>
    deployed<Properties>(templates, settings, type).find(({ id }) =>
      id.startsWith(word),
    ) as Deployed<Properties>
  const bucket = (word: string) => one<{ BucketName: string }>('AWS::S3::Bucket', word).properties.BucketName
  const database = one<{ DBName: string; Port: string }>('AWS::RDS::DBInstance', 'Postgres')
  const endpoint = `${database.place}.Endpoint.Address:${database.properties.Port}`
  return {
    MESSAGES_TABLE: one<{ TableName: string }>('AWS::DynamoDB::Table', 'Table').properties.TableName,
    RAW_BUCKET: bucket('Raw'),
    PROCESSED_BUCKET: bucket('Processed'),
    COGNITO_USER_POOL_ID: `${settings.region}_People`,
    COGNITO_CLIENT_ID: one('AWS::Cognito::UserPoolClient', 'PeopleBackend').place,
    SITE_ORIGINS: `https://${settings.domain},https://www.${settings.domain}`,
    databaseUrl: (role: string) => `postgres://${role}@${endpoint}/${database.properties.DBName}`,
  }
}

function variablesOfFunction(name: string, templates: Templates, settings: Settings): Variables | undefined {
  const all = deployed<FunctionProperties>(templates, settings, 'AWS::Lambda::Function')
  const one = all.find(({ properties }) => properties.FunctionName === `mayfly-${name}`)
  return one && (one.properties.Environment?.Variables ?? {})
}

const containersIn = (templates: Templates, settings: Settings): Container[] =>
  deployed<{ ContainerDefinitions: Container[] }>(templates, settings, 'AWS::ECS::TaskDefinition').flatMap(
    ({ properties }) => properties.ContainerDefinitions,
  )

const SECRET_NAME = /SECRET|PASSWORD|TOKEN|PRIVATE|ACCESS_KEY/

/** Values that everybody could read who may read a template. */
export function plainSecrets(templates: Templates, settings: Settings): string[] {
  const variables: [who: string, name: string, value: string][] = [
    ...lambdaNames.flatMap((name) =>
      Object.entries(variablesOfFunction(name, templates, settings) ?? {}).map(
        ([variable, value]) => [name, variable, value] as [string, string, string],
      ),
    ),
    ...containersIn(templates, settings).flatMap(({ Name: who, Environment = [] }) =>
      Environment.map(({ Name, Value }) => [who, Name, Value] as [string, string, string]),
    ),
  ]
  const secrets = deployed<{ SecretString?: string }>(templates, settings, 'AWS::SecretsManager::Secret')
  return [
    ...variables
      .filter(([, name, value]) => SECRET_NAME.test(name) && !SECRET.test(value))
      .map(([who, name]) => `${who} is given ${name} in plain text.`),
    ...secrets
      .filter(({ properties: { SecretString } }) => SecretString && !/\.ClientSecret$/.test(SecretString))
      .map(({ place }) => `The secret ${place} is in the template in plain text.`),
  ]
}
