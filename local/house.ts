import { join } from 'node:path'
import type { Config, Given } from '@mayfly/config/config'
import { gateway as gatewayConfig } from '@mayfly/config/gateway'
import { routes } from '@mayfly/contract/routes'
import { openStores } from '@mayfly/storage/stores'
import type { PostConfirmationTriggerEvent } from 'aws-lambda'
import { addModerator } from './add-moderator.ts'
import { startBackend } from './backend.ts'
import { startUserPool } from './cognito/user-pool.ts'
import { addressFor } from './database.ts'
import { openFunctions } from './functions.ts'
import { type AccessLogEntry, startGateway } from './gateway/gateway.ts'
import { type Installation, openInstallation } from './installation.ts'
import type { Log } from './log.ts'
import { startMessages } from './messages.ts'
import { startPictures } from './pictures.ts'

const REGION = 'us-east-1'
const POOL_ID = `${REGION}_MayflyLoc`
const gatewaySettings = {
  authorizer: 'authorize-request',
  authorizerTtlSeconds: gatewayConfig.authorizerTtlSeconds,
  preflight: 'answer-preflight',
}

interface Rates {
  factor: number
  peoplePerAddress: number
}

/** Everybody on one machine has one address, and is not to be taken for one person. */
const usualRates: Rates = { factor: 1, peoplePerAddress: 1_000 }

export interface HouseOptions {
  dataDir: string
  /** With the owner's name and password. */
  databaseUrl: string
  siteOrigin: string
  /** The gateway's port; any free one when 0. */
  apiPort: number
  /** The CDN's port; any free one when 0. */
  cdnPort: number
  /** How much oftener than usual everybody may ask; as usual when missing. */
  rates?: Rates
  /** What hashing a password costs: scrypt's N, as strong as is usual when missing. */
  passwordCost?: number
  /** Between two tries of a function that fails; half a minute when missing. */
  longestRetryMilliseconds?: number
  /** The one clock. */
  now: () => Date
  log: Log
}

export type House = Awaited<ReturnType<typeof openHouse>>

type Functions = ReturnType<typeof openFunctions>['run']

/** Everything but Postgres and the site: user pool, backend, functions and gateway, wired as on AWS. */
export async function openHouse(options: HouseOptions) {
  const { apiPort, now, log } = options
  const installation = await openInstallation(options.dataDir)
  // The parts that wake functions come first, and an upload of the last run may be told of at once.
  const ready = Promise.withResolvers<Functions>()
  const { pictures, messages, userPool } = await startWakers(options, installation, ready.promise)
  const config = configOf(installation, options, {
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: userPool.url,
    ...pictures.config,
    ...messages.config,
  })
  const stores = openStores(config)
  const functions = openFunctions(config, now)
  ready.resolve(functions.run)
  const backend = await startBackend({ config, stores, now, log })
  const gateway = await startGateway({
    port: apiPort,
    routes,
    backendOrigin: backend.origin,
    functions: functions.run,
    ...gatewaySettings,
    now,
    log: logFailures(log),
  })

  return {
    // By name: the session's cookie is for the site's own host.
    apiOrigin: `http://localhost:${new URL(gateway.origin).port}`,
    /** Where live events come from: the gateway does not stream them. */
    backendOrigin: backend.origin,
    assetsOrigin: pictures.assetsOrigin,
    uploadsOrigin: pictures.uploadsOrigin,
    config,
    /** The backend's. */
    stores,
    functions: functions.run,
    storesOf: functions.storesOf,
    messages,
    mailbox: userPool.mailbox,
    addModerator: (email: string) => addModerator(config, email),
    /** Ends the parts in the order in which work comes in, so that what is under way can finish. */
    stop: async () => {
      await gateway.stop()
      await backend.stop()
      await pictures.stop()
      await messages.stop()
      await functions.close()
      await stores.close()
      await userPool.stop()
    },
  }
}

/** The embedded parts that hold something, and wake functions when it changes. */
async function startWakers(options: HouseOptions, installation: Installation, ready: Promise<Functions>) {
  const { dataDir, siteOrigin, cdnPort, longestRetryMilliseconds, now, log } = options
  const embedded = { dataDir, region: REGION, credentials: installation, now, log }
  const pictures = await startPictures({
    ...embedded,
    siteOrigin,
    cdnPort,
    onUpload: async (event) => (await ready)['process-image'](event),
  })
  const messages = await startMessages({
    ...embedded,
    ...(longestRetryMilliseconds ? { longestRetryMilliseconds } : {}),
    onRecords: async (event) => (await ready)['deliver-message'](event),
  })
  const userPool = await startUserPool({
    ...poolOf(installation),
    dataDir: join(dataDir, 'cognito'),
    now,
    passwordCost: options.passwordCost,
    postConfirmation: async (event: PostConfirmationTriggerEvent) => (await ready)['create-user'](event),
  })
  return { pictures, messages, userPool }
}

const configOf = (
  installation: Installation,
  { databaseUrl, siteOrigin, rates = usualRates }: HouseOptions,
  parts: Given & Pick<Config, 'MESSAGES_TABLE' | 'RAW_BUCKET' | 'PROCESSED_BUCKET'>,
): Config => ({
  PORT: 0,
  DATABASE_URL: addressFor('backend', databaseUrl),
  AWS_REGION: REGION,
  COGNITO_USER_POOL_ID: POOL_ID,
  COGNITO_CLIENT_ID: installation.clientId,
  COGNITO_CLIENT_SECRET: installation.clientSecret,
  SITE_ORIGINS: [siteOrigin],
  RATE_SECRET: installation.rateSecret,
  RATE_FACTOR: rates.factor,
  PEOPLE_PER_ADDRESS: rates.peoplePerAddress,
  LOG_LEVEL: 'info' as const,
  ...parts,
})

const poolOf = (installation: Installation) => ({
  region: REGION,
  poolId: POOL_ID,
  client: { id: installation.clientId, secret: installation.clientSecret, refreshTokenRotation: true },
  credentials: installation,
})

/** The backend logs each request itself; here is only what did not get that far. */
const logFailures =
  (log: Log) =>
  ({ error, ...entry }: AccessLogEntry) => {
    if (error) log.error({ ...entry, err: error }, 'the gateway answered for a part that could not')
  }
