import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { type House, openHouse } from '@mayfly/local/house'
import { openLog } from '@mayfly/local/log'
import type { S3Event } from 'aws-lambda'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { emailOf, type Guest, guestOf, signInAt } from './guest.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A database with all migrations, to be copied. */
    templateUrl: string
    adminUrl: string
  }
}

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

export const SITE_ORIGIN = 'http://localhost:3000'

export type StoryHouse = Awaited<ReturnType<typeof openStoryHouse>>

/** Stories go faster than people, and everybody in them has one address. */
const storyRates = { factor: 10, peoplePerAddress: 1_000 }

/** As on AWS. */
export const realRates = { factor: 1, peoplePerAddress: 1 }

/** A whole house for one test: its own database and user pool, a clock that moves, guests who speak the contract. */
export async function openStoryHouse({ siteOrigin = SITE_ORIGIN, rates = storyRates } = {}) {
  const databaseUrl = await copyOfTemplate()
  const dataDir = await mkdtemp(join(tmpdir(), 'mayfly-house-'))
  let moved = 0
  const now = () => new Date(Date.now() + moved)
  const house = await openHouse({
    dataDir,
    databaseUrl,
    siteOrigin,
    rates,
    apiPort: 0,
    cdnPort: 0,
    longestRetryMilliseconds: 20,
    passwordCost: 2 ** 10,
    now,
    log: openLog('silent'),
  })
  onTestFinished(async () => {
    await house.stop()
    await rm(dataDir, { recursive: true, force: true })
  })
  const guests = new Map<string, Promise<Guest>>()
  const door = { apiOrigin: house.apiOrigin, now, codeFor: (email: string) => codeFor(house, email) }

  function as(handle: string): Promise<Guest> {
    const guest = guests.get(handle) ?? guestOf(door, handle)
    guests.set(handle, guest)
    return guest
  }

  return {
    apiOrigin: house.apiOrigin,
    backendOrigin: house.backendOrigin,
    assetsOrigin: house.assetsOrigin,
    uploadsOrigin: house.uploadsOrigin,
    rawKeys: () => keysIn(house, house.config.RAW_BUCKET),
    processedKeys: () => keysIn(house, house.config.PROCESSED_BUCKET),
    /** The event that S3 sends for an upload with this key. */
    uploadEvent: (key: string) => uploadEvent(house, key),
    databaseUrl,
    config: house.config,
    stores: house.stores,
    functions: house.functions,
    /** What a function has open. */
    storesOf: house.storesOf,
    messages: house.messages,
    mailbox: house.mailbox,
    addModerator: house.addModerator,
    now,
    /** Moves the one clock forward. */
    wait: (milliseconds: number) => {
      moved += milliseconds
    },
    /** Runs SQL on the house's own database, as an operator would. */
    query: (text: string) => onDatabase(databaseUrl, text),
    /** Lets nobody into the database until it is mended. */
    breakDatabase: () => onDatabase(inject('adminUrl'), breaking(databaseUrl)),
    mendDatabase: () =>
      onDatabase(inject('adminUrl'), `alter database ${nameIn(databaseUrl)} allow_connections true`),
    /** The newest code that was mailed to this address. */
    codeFor: (email: string) => codeFor(house, email),
    /** A person who signed up, confirmed and signed in through the front door, by their handle. */
    as,
    /** The same as a moderator. */
    asModerator: async (handle: string): Promise<Guest> => {
      await as(handle)
      await house.addModerator(emailOf(handle))
      return signInAt(door, handle)
    },
  }
}

function codeFor(house: House, email: string): string {
  const code = house.mailbox.list(email)[0]?.code
  if (code === undefined) throw new Error(`No code was mailed to ${email}.`)
  return code
}

async function copyOfTemplate(): Promise<string> {
  const templateUrl = inject('templateUrl')
  const name = `house_${randomUUID().replaceAll('-', '')}`
  await onDatabase(inject('adminUrl'), `create database ${name} template ${nameIn(templateUrl)}`)
  const url = new URL(templateUrl)
  url.pathname = `/${name}`
  return url.href
}

const nameIn = (databaseUrl: string) => new URL(databaseUrl).pathname.slice(1)

const breaking = (databaseUrl: string) => `
  alter database ${nameIn(databaseUrl)} allow_connections false;
  select pg_terminate_backend(pid) from pg_stat_activity where datname = '${nameIn(databaseUrl)}'`

async function onDatabase(url: string, text: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

async function keysIn({ config }: House, bucket: string): Promise<string[]> {
  const s3 = new S3Client({
    region: config.AWS_REGION,
    endpoint: config.AWS_ENDPOINT_URL_S3 ?? '',
    credentials: {
      accessKeyId: config.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: config.AWS_SECRET_ACCESS_KEY ?? '',
    },
  })
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }))
  s3.destroy()
  return Contents.map(({ Key = '' }) => Key)
}

function uploadEvent({ config }: House, key: string): S3Event {
  const record = {
    eventName: 'ObjectCreated:Post',
    s3: { bucket: { name: config.RAW_BUCKET }, object: { key } },
  }
  return { Records: [record] } as unknown as S3Event
}
