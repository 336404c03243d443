import { chown, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@mayfly/local/postgres/postgres'
import pg from 'pg'
import { afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { makeIdentity } from './certificates-for-tests.ts'
import { connectionTo } from './connection.ts'

const HOST = 'mayfly.abc.us-east-1.rds.amazonaws.com'
const keys = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'ASIA', AWS_SECRET_ACCESS_KEY: 'secret' }
const iam = (port: number) => ({ ...keys, DATABASE_URL: `postgres://backend@${HOST}:${port}/postgres` })
const tokenOf = (connection: pg.ClientConfig) => (connection.password as () => Promise<string>)()

afterEach(() => {
  vi.useRealTimers()
})

test('a database on this machine is spoken to in the clear, with the password of its address', () => {
  for (const host of ['127.0.0.1', 'localhost', '[::1]'])
    expect(connectionTo({ DATABASE_URL: `postgres://may:s%40fe@${host}:5433/mayfly` })).toEqual({
      host: host.replace(/[[\]]/g, ''),
      port: 5433,
      user: 'may',
      password: 's@fe',
      database: 'mayfly',
      ssl: false,
    })
})

test('any other is spoken to by TLS, and has to prove its name, whatever its address says', () => {
  for (const end of ['', '?sslmode=disable', '?ssl=0', '?sslmode=no-verify'])
    for (const host of [HOST, '10.0.0.5', 'db']) {
      const { ssl } = connectionTo({ DATABASE_URL: `postgres://may:secret@${host}/mayfly${end}` })
      expect(ssl).toEqual({ secureContext: expect.anything(), rejectUnauthorized: true })
    }
})

test('a password that is not there is a token for this user of this database, signed here', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-05-04T03:02:01Z') })
  const connection = connectionTo(iam(5432))
  const token = new URL(`https://${await tokenOf(connection)}`)
  expect(token.host).toBe(`${HOST}:5432`)
  expect(Object.fromEntries(token.searchParams)).toMatchObject({
    Action: 'connect',
    DBUser: 'backend',
    'X-Amz-Date': '20260504T030201Z',
    'X-Amz-Expires': '900',
    'X-Amz-Credential': 'ASIA/20260504/us-east-1/rds-db/aws4_request',
  })
})

describe('A Postgres that speaks TLS', () => {
  const { authority, server } = makeIdentity(HOST)
  let admin: pg.Client
  let port: number

  beforeAll(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'mayfly-tls-'))
    const postgres = await startPostgres({ dataDir, throwaway: true })
    port = postgres.port
    const cluster = join(dataDir, 'cluster')
    const { uid, gid } = await stat(cluster)
    for (const [name, content] of [
      ['server.crt', server.certificate],
      ['server.key', server.key],
    ] as const) {
      await writeFile(join(cluster, name), content, { mode: 0o600 })
      await chown(join(cluster, name), uid, gid)
    }
    admin = new pg.Client({ connectionString: postgres.url('postgres') })
    await admin.connect()
    await admin.query('alter system set ssl = on')
    await admin.query('select pg_reload_conf()')
    await admin.query('create role backend login')
    return async () => {
      await admin.end()
      await postgres.stop()
      await rm(dataDir, { recursive: true, force: true })
    }
  })

  /** The name of the real one leads here. */
  class LedHere extends Socket {
    override connect(...[to]: unknown[]): this {
      return super.connect(Number(to), '127.0.0.1')
    }
  }

  function poolOf(changes: pg.ClientConfig): pg.Pool {
    const pool = new pg.Pool({ ...connectionTo(iam(port)), stream: () => new LedHere(), ...changes, max: 1 })
    onTestFinished(() => pool.end())
    return pool
  }

  /** What IAM does: it lets in whoever has the token of this moment. */
  async function admitAt(moment: string): Promise<void> {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) })
    await admin.query(`alter role backend password '${await tokenOf(connectionTo(iam(port)))}'`)
  }

  const asks = 'select user, ssl from pg_stat_ssl where pid = pg_backend_pid()'
  const trusting = { ssl: { ca: authority, rejectUnauthorized: true } }

  test('is refused when its certificate is not of RDS, before it hears a token', async () => {
    await admitAt('2026-01-01T00:00:00Z')
    await expect(poolOf({}).query(asks)).rejects.toThrow(/certificate/)
  })

  test('is refused when it has another name than the one that was asked for', async () => {
    await expect(poolOf({ ...trusting, host: 'another.example' }).query(asks)).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    })
  })

  test('is given a token of the moment by each new connection', async () => {
    const pool = poolOf(trusting)
    await admitAt('2026-01-01T00:00:00Z')
    expect((await pool.query(asks)).rows).toEqual([{ user: 'backend', ssl: true }])
    await admitAt('2026-01-01T02:00:00Z')
    expect((await pool.query(asks)).rowCount).toBe(1)
    pool.on('error', () => {})
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'backend'`)
    await expect.poll(() => pool.totalCount).toBe(0)
    expect((await pool.query(asks)).rows).toEqual([{ user: 'backend', ssl: true }])
  })
})
