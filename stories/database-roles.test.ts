import { addressFor } from '@mayfly/local/database'
import { migrate } from '@mayfly/storage/migrate'
import pg from 'pg'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { arrives, say } from './conversation.ts'
import { openStoryHouse, type StoryHouse } from './house.ts'
import { upload } from './uploads.ts'

type Process = Parameters<typeof addressFor>[0]

const processes: Process[] = [
  'backend',
  'create-user',
  'deliver-message',
  'expire-posts',
  'presign-upload',
  'process-image',
]
const denied = { code: '42501' }

let house: StoryHouse

beforeEach(async () => {
  house = await openStoryHouse()
  // What holds for a database as a whole does not come with the copy of it.
  await migrate(house.databaseUrl)
})

/** A connection as a process has it. */
async function signedInAs(process: Process): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: addressFor(process, house.databaseUrl) })
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

test('each process works under its own role', async () => {
  const [ada, bob] = await Promise.all([house.as('ada'), house.as('bob')])
  await upload(ada)
  const { id } = await ada.startConversation({ handles: ['bob'] })
  await arrives(house, bob, await say(ada, id, 'hello'))
  await house.functions['expire-posts']({})
  const { rows } = await house.query(`
    select distinct usename::text as role from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() order by role`)
  expect(rows.map(({ role }) => role)).toEqual(processes.map((name) => name.replaceAll('-', '_')))
})

describe('Who has taken over', () => {
  test.each(processes)('%s makes, changes and drops nothing of the database itself', async (process) => {
    const client = await signedInAs(process)
    for (const statement of [
      'create table loot (id int)',
      'create temporary table loot (id int)',
      'create schema loot',
      'create function loot() returns int language sql return 1',
      'create role thief',
      'create extension hstore',
      'alter table posts add column loot int',
      'alter table posts disable trigger all',
      'drop table posts',
      'drop trigger a_like_counts on likes',
      'truncate posts',
      'truncate rates',
      'set role mayfly',
      'alter role backend superuser',
      'select * from migrations',
      'update migrations set sha256 = name',
      'select rolpassword from pg_authid',
      `copy posts to program 'cat'`,
    ])
      expect([statement, await failureOf(client, statement)]).toEqual([statement, denied.code])
  })

  test.each<[Process, string[]]>([
    [
      'backend',
      [
        'delete from users',
        'delete from moderation_actions',
        `update moderation_actions set reason = 'none'`,
        'delete from exports',
      ],
    ],
    [
      'create-user',
      [
        'delete from users',
        `update users set handle = 'ada'`,
        'select bio from users',
        `insert into users (id, handle, display_name, created_at, suspended_until)
          values (gen_random_uuid(), 'eve', 'Eve', now(), now())`,
        'delete from former_handles',
        'select from posts',
        'select from sessions',
      ],
    ],
    [
      'presign-upload',
      [
        'select email from exports',
        'select handle from users',
        'select id from pictures',
        'delete from pictures',
        'update users set avatar_id = null',
        'select body from posts',
        'select words from notifications',
        'delete from rates',
      ],
    ],
    [
      'process-image',
      [
        'select handle from users',
        `update users set handle = 'eve'`,
        'delete from users',
        'update pictures set owner_id = owner_id',
        'select body from posts',
        'insert into doomed_pictures (id, kind, owner_id) values (gen_random_uuid(), 0, gen_random_uuid())',
        'select words from notifications',
        'delete from notifications',
      ],
    ],
    [
      'deliver-message',
      [
        'select body from posts',
        'select from users',
        'select from notifications',
        'select restore_post(null, null, now())',
      ],
    ],
    [
      'expire-posts',
      [
        'select body from posts',
        'update posts set body = body',
        'insert into posts (id) select id from posts',
        'select handle from users',
        `update users set handle = 'eve'`,
        'update users set deletes_at = now()',
        'update users set left_pool_at = now()',
        'select email from exports',
        'select words from reports',
        'select words from notifications',
        'select device from sessions',
        'insert into likes select * from likes',
      ],
    ],
  ])('%s reads and changes no more than it does every day', async (process, statements) => {
    const client = await signedInAs(process)
    for (const statement of statements)
      expect([statement, await failureOf(client, statement)]).toEqual([statement, denied.code])
  })
})

test('the end of a post is not put off', async () => {
  const ada = await house.as('ada')
  await ada.createPost({ body: 'for an hour', lifetime: '1-hour' })
  const client = await signedInAs('expire-posts')
  // It may lock rows, which takes the right to write this column; the function that checks it, it may not run.
  expect(await failureOf(client, 'update posts set expires_at = expires_at')).toBe(denied.code)
})

test('what was granted and stands in the file no more is taken back with the next migrations', async () => {
  await house.query(`
    grant all on posts, users to deliver_message;
    grant select (email) on exports to presign_upload;
    grant create on schema public to backend;
    grant execute on function restore_post to public`)
  await migrate(house.databaseUrl)
  const deliverer = await signedInAs('deliver-message')
  for (const statement of [
    'select body from posts',
    'delete from users',
    'select restore_post(null, null, now())',
  ])
    expect(await failureOf(deliverer, statement)).toBe(denied.code)
  expect(await failureOf(await signedInAs('presign-upload'), 'select email from exports')).toBe(denied.code)
  expect(await failureOf(await signedInAs('backend'), 'create table loot (id int)')).toBe(denied.code)
})

test('what works with the owner’s rights looks for tables where the owner has them', async () => {
  const { rows } = await house.query(`
    select proname from pg_proc
    where prosecdef and pronamespace = 'public'::regnamespace
      and not coalesce('search_path=public, pg_temp' = any(proconfig), false)`)
  expect(rows).toEqual([])
})

async function failureOf(client: pg.Client, statement: string): Promise<string | undefined> {
  return client.query(statement).then(
    () => undefined,
    (error: { code?: string }) => error.code,
  )
}
