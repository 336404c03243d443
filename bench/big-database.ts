import { readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { startPostgres } from '@mayfly/local/postgres/postgres'
import { migrate } from '@mayfly/storage/migrate'
import pg from 'pg'

const FOLDER = resolve(import.meta.dirname, '../.bench')
const SEED = join(import.meta.dirname, 'seed.sql')

/** Works on a big Mayfly, which is kept between runs: see `seed.sql`. Made first when there is none, or on wish. */
export async function inBigDatabase(
  work: (databaseUrl: string, now: Date) => Promise<void>,
  { isAnew = false } = {},
): Promise<void> {
  if (isAnew) await rm(FOLDER, { recursive: true, force: true })
  const postgres = await startPostgres({ dataDir: FOLDER, throwaway: true })
  try {
    const databaseUrl = postgres.url('postgres')
    await migrate(databaseUrl)
    const now = (await seededAt(databaseUrl)) ?? (await seed(databaseUrl))
    await work(databaseUrl, now)
  } finally {
    await postgres.stop()
  }
}

/** When everything in it was as it should be; undefined when it is empty. */
const seededAt = (databaseUrl: string) =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ isThere: boolean }>(
      `select to_regclass('moment') is not null as "isThere"`,
    )
    if (!rows[0]?.isThere) return undefined
    const moment = await client.query<{ seeded_at: Date }>('select seeded_at from moment')
    return moment.rows[0]?.seeded_at
  })

async function seed(databaseUrl: string): Promise<Date> {
  const startedAt = performance.now()
  const text = await readFile(SEED, 'utf8')
  await withClient(databaseUrl, async (client) => {
    await client.query(text)
    // Vacuum takes for visible to all only what was committed in a log that is on disk, its own commits included.
    await client.query('set synchronous_commit = on')
    await client.query('checkpoint')
    await client.query('vacuum analyze')
    const seconds = (performance.now() - startedAt) / 1000
    const { rows } = await client.query<{ name: string; count: string }>(
      `select relname as name, reltuples::bigint as count from pg_class
       where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > 0 order by reltuples desc`,
    )
    console.log(`Seeded in ${seconds.toFixed(0)} s:`)
    for (const { name, count } of rows) console.log(`  ${name.padEnd(16)} ${count.padStart(9)}`)
  })
  return (await seededAt(databaseUrl)) as Date
}

async function withClient<Result>(databaseUrl: string, work: (client: pg.Client) => Promise<Result>) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
