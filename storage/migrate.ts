import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { connectionTo } from './connection.ts'

const MIGRATIONS = new URL('./migrations/', import.meta.url)
const ROLES = new URL('./roles.sql', import.meta.url)
/** What `migrate` reads: wherever it is bundled, these lie beside it. */
export const sqlFiles: readonly URL[] = [MIGRATIONS, ROLES]
/** Any constant will do, so long as every migrating process takes the same lock. */
const LOCK = 7_130_021

/**
 * Brings a database to the present: applies the SQL files that it has not seen, in order, each in a transaction of
 * its own, one process at a time. Forward only: a file that was applied must not change. Then gives each process's role
 * the rights that it has now.
 * @returns the names of the files that were applied now
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client(connectionTo({ DATABASE_URL: databaseUrl }))
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(`set client_min_messages = warning`)
    await client.query(
      `create table if not exists migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
    )
    const { rows } = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from migrations',
    )
    const known = new Map(rows.map((row) => [row.name, row.sha256]))
    const applied: string[] = []
    for (const file of await migrationFiles()) {
      const before = known.get(file.name)
      if (before === undefined) {
        await apply(client, file)
        applied.push(file.name)
      } else if (before !== file.sha256) throw new Error(changedMessage(file.name))
    }
    await grantRights(client)
    return applied
  } finally {
    await client.end()
  }
}

interface MigrationFile {
  name: string
  text: string
  sha256: string
}

async function migrationFiles(): Promise<MigrationFile[]> {
  const names = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, MIGRATIONS), 'utf8')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

async function apply(client: pg.Client, { name, text, sha256 }: MigrationFile) {
  await inTransaction(client, `The migration ${name}`, async () => {
    await client.query(text)
    await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256])
  })
}

async function grantRights(client: pg.Client) {
  const text = await readFile(ROLES, 'utf8')
  await inTransaction(client, 'Granting the rights of roles.sql', () => client.query(text))
}

async function inTransaction(client: pg.Client, what: string, work: () => Promise<unknown>) {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    // Postgres quotes the whole row here, and whatever is thrown is logged.
    delete (error as { detail?: string }).detail
    throw new Error(`${what} failed; nothing of it was kept.`, { cause: error })
  }
}

const changedMessage = (name: string) =>
  `The migration ${name} was applied in another form. Put the file back as it was, and write a new one.`
