import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../ports.ts'
import { StartupProblem } from '../startup-problem.ts'
import { removeFolder } from './other-project.ts'
import { type RunningPostgres, startPostgres } from './postgres.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'mayfly-test-'))
let postgres: RunningPostgres

beforeAll(async () => {
  postgres = await startPostgres({ dataDir, throwaway: true })
})

afterAll(async () => {
  await postgres.stop()
  removeFolder(dataDir)
})

async function ask(sql: string, url = postgres.url('postgres')) {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('is a Postgres 18 in UTF-8 and UTC, with collation of its own', async () => {
  const [row] = await ask(`
    select current_setting('server_version_num')::int / 10000 as major, current_setting('server_encoding') as encoding,
      current_setting('timezone') as timezone, datlocprovider as provider, datlocale as locale, lower('ÉCLAIR') as lowered
    from pg_database where datname = 'postgres'`)
  expect(row).toEqual({
    major: 18,
    encoding: 'UTF8',
    timezone: 'UTC',
    provider: 'b',
    locale: 'C.UTF-8',
    lowered: 'éclair',
  })
})

test('has the extensions that the product uses', async () => {
  await ask('create extension citext; create extension pg_trgm; create extension unaccent')
  const [row] = await ask(
    `select 'Ada'::citext = 'ADA' as same, similarity('münchen', 'munchen') > 0 as alike`,
  )
  expect(row).toEqual({ same: true, alike: true })
})

test('listens on the loopback address alone and on no unix socket', async () => {
  const [row] = await ask(
    `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets`,
  )
  expect(row).toEqual({ addresses: '127.0.0.1', sockets: '' })
})

test('lets nobody in without the password, which is kept for the owner alone', async () => {
  const wrong = postgres.url('postgres').replace(postgres.password, 'wrong')
  await expect(ask('select 1', wrong)).rejects.toThrow('password authentication failed')
  expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600)
  expect(statSync(join(dataDir, 'postgres.log')).mode & 0o777).toBe(0o600)
})

test('writes nothing of a failing statement to its log', async () => {
  await ask('create table said (body text primary key check (length(body) < 20))')
  await ask(`insert into said values ('my secret')`)
  await expect(ask(`insert into said values ('my secret')`)).rejects.toThrow('duplicate key')
  await expect(ask(`insert into said values ('a secret that is too long')`)).rejects.toThrow(
    'check constraint',
  )
  await expect(ask(`select 'my secret'::uuid`)).rejects.toThrow('invalid input syntax')
  expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('secret')
})

test('refuses a second start in the same folder and stays well', async () => {
  await expect(startPostgres({ dataDir })).rejects.toThrow(`already runs in ${dataDir}`)
  expect(await ask('select 1 as one')).toEqual([{ one: 1 }])
})

test('names a taken port and the way out', async () => {
  const port = await freePort()
  const server = createServer().listen(port, '127.0.0.1')
  const start = startPostgres({
    dataDir: `${dataDir}/second`,
    port,
    howToChangePort: 'npm start -- --port 4000',
  })
  await expect(start).rejects.toThrow(
    `Port ${port}, which Postgres needs, is taken by another program. Stop that program and start again. To use another port: npm start -- --port 4000`,
  )
  server.close()
})

test('keeps everything when stopped and started, and takes no notice of a pid file left behind', async () => {
  await ask(`create table kept as select 'it' as what`)
  await postgres.stop()
  await postgres.stop()
  writeFileSync(join(dataDir, 'cluster/postmaster.pid'), `${process.pid}\n/elsewhere\n1\n5432\n\n127.0.0.1\n`)
  postgres = await startPostgres({ dataDir, throwaway: true })
  expect(await ask('select * from kept')).toEqual([{ what: 'it' }])
})

test('tells when Postgres dies by itself', async () => {
  await postgres.stop()
  const death = Promise.withResolvers<string>()
  postgres = await startPostgres({ dataDir, throwaway: true, onDeath: death.resolve })
  process.kill(postgres.pid, 'SIGINT')
  expect(await death.promise).toContain('database system is shut down')
  postgres = await startPostgres({ dataDir, throwaway: true })
})

test('refuses the data of another major version', async () => {
  await postgres.stop()
  const versionFile = join(dataDir, 'cluster/PG_VERSION')
  writeFileSync(versionFile, '17\n')
  const start = startPostgres({ dataDir })
  await expect(start).rejects.toBeInstanceOf(StartupProblem)
  await expect(start).rejects.toThrow('was made by Postgres 17; this is Postgres 18')
  writeFileSync(versionFile, '18\n')
  postgres = await startPostgres({ dataDir, throwaway: true })
})

test('refuses a password that is damaged', async () => {
  await postgres.stop()
  const passwordFile = join(dataDir, 'password')
  writeFileSync(passwordFile, postgres.password.slice(1))
  const start = startPostgres({ dataDir })
  await expect(start).rejects.toBeInstanceOf(StartupProblem)
  await expect(start).rejects.toThrow(`${passwordFile} is damaged`)
  writeFileSync(passwordFile, postgres.password)
  postgres = await startPostgres({ dataDir, throwaway: true })
})
