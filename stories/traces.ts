import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import type { StoryHouse } from './house.ts'

/** Which of these texts are found in which store: every table, item, object and account is looked through, as an operator would. */
export async function tracesOf(house: StoryHouse, texts: Record<string, string>): Promise<string[]> {
  const stores = {
    Postgres: await allRows(house),
    DynamoDB: await allItems(house),
    S3: await allObjects(house),
    Cognito: await accountsOf(house, Object.values(texts)),
  }
  return Object.entries(stores).flatMap(([store, content]) =>
    Object.entries(texts)
      .filter(([, text]) => content.includes(text))
      .map(([name]) => `${name} in ${store}`),
  )
}

async function allRows({ query }: StoryHouse): Promise<string> {
  const tables = await query(`select table_name from information_schema.tables where table_schema = 'public'`)
  const contents = await Promise.all(
    tables.rows.map(({ table_name: name }) => query(`select t::text as row from "${name}" t`)),
  )
  return contents.flatMap(({ rows }) => rows.map(({ row }) => row)).join('\n')
}

async function allItems({ config }: StoryHouse): Promise<string> {
  const client = new DynamoDBClient(clientFor(config, config.AWS_ENDPOINT_URL_DYNAMODB))
  const { Items = [] } = await client.send(new ScanCommand({ TableName: config.MESSAGES_TABLE }))
  client.destroy()
  return JSON.stringify(Items)
}

async function allObjects({ config }: StoryHouse): Promise<string> {
  const client = new S3Client(clientFor(config, config.AWS_ENDPOINT_URL_S3))
  const found: string[] = []
  for (const Bucket of [config.RAW_BUCKET, config.PROCESSED_BUCKET]) {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }))
    for (const { Key = '' } of Contents) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
      found.push(Key, (await Body?.transformToString('latin1')) ?? '')
    }
  }
  client.destroy()
  return found.join('\n')
}

async function accountsOf({ config }: StoryHouse, names: readonly string[]): Promise<string> {
  const client = new CognitoIdentityProviderClient(
    clientFor(config, config.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER),
  )
  const found: string[] = []
  for (const Username of names) {
    const user = { UserPoolId: config.COGNITO_USER_POOL_ID, Username }
    const account = await client.send(new AdminGetUserCommand(user)).catch((error: unknown) => {
      if (!(error instanceof UserNotFoundException)) throw error
    })
    if (account) found.push(JSON.stringify(account))
  }
  client.destroy()
  return found.join('\n')
}

const clientFor = (config: StoryHouse['config'], endpoint = '') => ({
  region: config.AWS_REGION,
  endpoint,
  credentials: {
    accessKeyId: config.AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: config.AWS_SECRET_ACCESS_KEY ?? '',
  },
})
