import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningPostgres, startPostgres } from '@mayfly/local/postgres/postgres'
import pg from 'pg'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { migrate } from './migrate.ts'

let postgres: RunningPostgres

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'mayfly-migrate-'))
  postgres = await startPostgres({ dataDir, throwaway: true })
  return async () => {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
})

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

test('an owner with no more rights than RDS gives brings up the database, and lets its roles sign in with IAM', async () => {
  const admin = await connect(postgres.url('postgres'))
  await admin.query(`create role owner login createrole createdb password '${postgres.password}'`)
  await admin.query('create role rds_iam')
  await admin.query('grant rds_iam to owner with admin option')
  await admin.query('create database mayfly owner owner')
  const url = new URL(postgres.url('mayfly'))
  url.username = 'owner'
  expect(await migrate(url.href)).toContain('001-people-and-posts.sql')
  expect(await migrate(url.href)).toEqual([])

  const { rows } = await admin.query(`
    select m.member::regrole::text as role, rolsuper or rolcreaterole or rolcreatedb as "isMighty"
    from pg_auth_members m join pg_roles r on r.oid = m.member
    where m.roleid = 'rds_iam'::regrole and m.member <> 'owner'::regrole order by role`)
  const roles = [
    'backend',
    'create_user',
    'deliver_message',
    'expire_posts',
    'presign_upload',
    'process_image',
  ]
  expect(rows).toEqual(roles.map((role) => ({ role, isMighty: false })))
  const who = await admin.query(`select datacl::text as rights from pg_database where datname = 'mayfly'`)
  expect(who.rows[0].rights).not.toMatch(/[{,]=/)
})
