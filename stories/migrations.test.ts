import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expiringId } from '@mayfly/domain/expiring-id'
import { migrate } from '@mayfly/storage/migrate'
import { expect, test } from 'vitest'
import { strangerAt } from './guest.ts'
import { HOUR, openStoryHouse, type StoryHouse } from './house.ts'

const MIGRATIONS = join(import.meta.dirname, '../storage/migrations')

test('of several who migrate at once one does the work, and the others find it done', async () => {
  const house = await openStoryHouse()
  await house.query('drop schema public cascade; create schema public')
  const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(house.databaseUrl)))
  const { rows } = await house.query('select name from migrations order by name')
  expect(rows.length).toBeGreaterThan(0)
  expect(applied.flat().sort()).toEqual(rows.map(({ name }) => name))
})

test('a migration that was changed after it was applied is refused by its name', async () => {
  const house = await openStoryHouse()
  await house.query(`update migrations set sha256 = 'another'`)
  await expect(migrate(house.databaseUrl)).rejects.toThrow(
    /^The migration 001-\S+ was applied in another form\. Put the file back/,
  )
})

test('photos from before they had the address of their post go, and words stay', async () => {
  const house = await openStoryHouse()
  await migrateTo(house, '003')
  const [ada, wordy, wordless] = [
    '01890a5d-ac96-7744-8cce-b302099a8057',
    '01890a5d-ac96-8744-8cce-b302099a8057',
    '01890a5d-ac96-8744-8cce-b302099a8058',
  ]
  await house.query(`
    insert into users (id, handle, display_name, created_at) values ('${ada}', 'ada', 'Ada', now());
    insert into posts (id, author_id, body, lifetime, created_at, expires_at)
    select id, '${ada}', body, '1-hour', post_expiry(id), post_expiry(id)
    from (values ('${wordy}'::uuid, 'words'), ('${wordless}', '')) as p (id, body);
    insert into pictures (id, owner_id, kind, state, width, height, placeholder, post_id, position, created_at)
    select gen_random_uuid(), '${ada}', 'photo', 'ready', 1, 1, '', id, 0, now() from posts`)
  await migrate(house.databaseUrl)
  expect((await house.query('select id from posts')).rows).toEqual([{ id: wordy }])
  expect((await house.query('select id from pictures')).rows).toEqual([])
})

test('posts from before there was a search are found', async () => {
  const house = await openStoryHouse()
  await migrateTo(house, '011')
  const now = house.now()
  const id = expiringId(now, new Date(now.getTime() + HOUR), 0n)
  const ada = randomUUID()
  await house.query(`
    insert into users (id, handle, display_name, created_at) values ('${ada}', 'ada', 'Ada', now());
    insert into posts (id, author_id, body, content_warning, lifetime, created_at, expires_at)
    values ('${id}', '${ada}', 'It''s the NIGHT train to Köln #Été', 'Delays', '1-hour', now(), post_expiry('${id}'));
    insert into post_tags (tag, post_id, author_id) values ('ete', '${id}', '${ada}')`)
  await migrate(house.databaseUrl)
  for (const query of ["it's", '"night train"', 'koln', 'delays', '#été', 'from:ada'])
    expect([query, (await strangerAt(house).searchPosts({ query })).items.length]).toEqual([query, 1])
})

test('follows from before there were counts are counted', async () => {
  const house = await openStoryHouse()
  await migrateTo(house, '022')
  await house.query(`
    insert into users (id, handle, display_name, created_at)
    select gen_random_uuid(), 'guest_' || number, 'Guest', now() from generate_series(1, 4) number;
    insert into follows (follower_id, followee_id, created_at)
    select a.id, b.id, now() from users a join users b on a.handle > b.handle`)
  await migrate(house.databaseUrl)
  const { rows } = await house.query('select follower_count, following_count from users order by handle')
  expect(rows.map((row) => Object.values(row))).toEqual([
    [3, 0],
    [2, 1],
    [1, 2],
    [0, 3],
  ])
})

/** A database as it was before the migration with this number. */
async function migrateTo(house: StoryHouse, number: string) {
  await startOver(house)
  const names = await readdir(MIGRATIONS)
  for (const name of names.sort().filter((one) => one < number)) await applyByHand(house, name)
}

/** The tasks of the house look into its tables meanwhile, and Postgres may end either in a deadlock. */
async function startOver(house: StoryHouse): Promise<void> {
  try {
    await house.query(`
      drop schema public cascade;
      create schema public;
      create table migrations (name text primary key, sha256 text, applied_at timestamptz)`)
  } catch (error) {
    if ((error as { code?: string }).code !== '40P01') throw error
    await startOver(house)
  }
}

async function applyByHand(house: StoryHouse, name: string) {
  const text = await readFile(join(MIGRATIONS, name), 'utf8')
  const sha256 = createHash('sha256').update(text).digest('hex')
  await house.query(text)
  await house.query(`insert into migrations values ('${name}', '${sha256}', now())`)
}
