import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '@mayfly/contract/client'
import { prepareDatabase } from '@mayfly/local/database'
import { type House, openHouse } from '@mayfly/local/house'
import { openLog } from '@mayfly/local/log'
import { startPostgres } from '@mayfly/local/postgres/postgres'

/** Somebody who is signed in. */
export interface Person {
  handle: string
  accessToken: string
  client: Client
}

/** Runs a measurement in a whole house of its own, with all its parts, and clears up after it. */
export async function inHouse(measure: (house: House) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mayfly-bench-'))
  const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), throwaway: true })
  try {
    const databaseUrl = postgres.url('postgres')
    await prepareDatabase(databaseUrl)
    const house = await openHouse({
      dataDir,
      databaseUrl,
      siteOrigin: 'http://localhost:3000',
      apiPort: 0,
      cdnPort: 0,
      // What is measured is how fast it is, not how fast people may be.
      rates: { factor: 100_000, peoplePerAddress: 1 },
      now: () => new Date(),
      log: openLog('silent'),
    })
    await measure(house).finally(house.stop)
  } finally {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Signs somebody up, by the front door. */
export async function signUp({ apiOrigin, mailbox }: House, handle: string): Promise<Person> {
  const origin = apiOrigin
  const stranger = createClient({ origin, send: fetch })
  const account = { email: `${handle}@bench.example`, password: 'as fast as it can 1' }
  await stranger.signUp({ ...account, handle, displayName: handle })
  const code = mailbox.list(account.email)[0]?.code ?? ''
  await stranger.confirmSignUp({ email: account.email, code })
  const { accessToken } = await stranger.signIn(account)
  return { handle, accessToken, client: createClient({ origin, send: fetch, token: () => accessToken }) }
}
