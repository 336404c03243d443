import { createHmac } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  CognitoIdentityProvider,
  type CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider'
import type { UserPoolOptions } from './pool.ts'
import { startUserPool, type UserPool } from './user-pool.ts'

export const ClientId = 'mayflylocalclient'
export const UserPoolId = 'us-east-1_MayflyLoc'
export const clientSecret = 'a-secret-that-only-the-backend-knows'
export const credentials = { accessKeyId: 'AKIALOCAL', secretAccessKey: 'local-secret-access-key' }
export const password = 'burning-candle-7'

const minute = 60_000
const keyName = 'signing-key.json'
let keyFile: string | undefined
const opened: (() => Promise<void>)[] = []

/** Stops every pool that a test opened and removes its folder. */
export async function closeHouses(): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close()
}

export type House = Awaited<ReturnType<typeof openHouse>>

/** A pool of its own for one test, with the AWS SDK's client to it and a clock that the test moves. */
export async function openHouse(changes: Partial<UserPoolOptions> = {}) {
  const dataDir = changes.dataDir ?? (await makeFolder())
  const clock = { now: new Date() }
  let options: UserPoolOptions = {
    dataDir,
    region: 'us-east-1',
    poolId: UserPoolId,
    client: { id: ClientId, secret: clientSecret, refreshTokenRotation: true },
    credentials,
    now: () => clock.now,
    ...changes,
  }
  opened.push(() => rm(dirname(dataDir), { recursive: true, force: true }))
  if (!changes.dataDir) await putKey(dataDir)
  let pool = await startUserPool(options)
  keyFile ??= await readFile(join(dataDir, keyName), 'utf8')
  let client = clientFor(pool)
  opened.push(() => pool.stop())

  async function restart(laterChanges: Partial<UserPoolOptions> = {}): Promise<void> {
    await pool.stop()
    options = { ...options, ...laterChanges }
    pool = await startUserPool(options)
    client = clientFor(pool)
  }

  return {
    dataDir,
    get pool() {
      return pool
    },
    get client() {
      return client
    },
    restart,
    pass: (minutes: number) => {
      clock.now = new Date(clock.now.getTime() + minutes * minute)
    },
  }
}

/** Making a key is slow, so the pools of one test file share the first one's. */
async function putKey(dataDir: string): Promise<void> {
  if (!keyFile) return
  await mkdir(dataDir, { recursive: true })
  await writeFile(join(dataDir, keyName), keyFile)
}

export async function makeFolder(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'mayfly-pool-')), 'cognito')
}

export function clientFor(pool: UserPool, changes: CognitoIdentityProviderClientConfig = {}) {
  return new CognitoIdentityProvider({
    endpoint: pool.url,
    region: 'us-east-1',
    credentials,
    maxAttempts: 1,
    ...changes,
  })
}

export function secretHash(username: string, secret = clientSecret): string {
  return createHmac('sha256', secret).update(`${username}${ClientId}`).digest('base64')
}

/** The fields with which a client with a secret names a person. */
export function by(Username: string) {
  return { ClientId, Username, SecretHash: secretHash(Username) }
}

export function newestCode(house: House, to: string): string {
  const [mail] = house.pool.mailbox.list(to)
  if (!mail) throw new Error(`There is no mail to ${to}.`)
  return mail.code
}

export async function signUp(house: House, email: string): Promise<string> {
  const { UserSub = '' } = await house.client.signUp({ ...by(email), Password: password })
  return UserSub
}

/** Signs up and confirms; gives the person's id. */
export async function becomeMember(house: House, email: string): Promise<string> {
  const sub = await signUp(house, email)
  await house.client.confirmSignUp({ ...by(email), ConfirmationCode: newestCode(house, email) })
  return sub
}

export async function signIn(house: House, USERNAME: string, PASSWORD = password) {
  const AuthParameters = { USERNAME, PASSWORD, SECRET_HASH: secretHash(USERNAME) }
  const answer = await house.client.initiateAuth({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId, AuthParameters })
  const { AccessToken = '', IdToken = '', RefreshToken = '', ...rest } = answer.AuthenticationResult ?? {}
  return { AccessToken, IdToken, RefreshToken, ...rest }
}

export async function refresh(house: House, RefreshToken: string) {
  const ClientSecret = clientSecret
  const answer = await house.client.getTokensFromRefreshToken({ ClientId, ClientSecret, RefreshToken })
  const { AccessToken = '', RefreshToken: NewRefreshToken = '', ...rest } = answer.AuthenticationResult ?? {}
  return { AccessToken, RefreshToken: NewRefreshToken, ...rest }
}
