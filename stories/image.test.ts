import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { bundleBackend } from '@mayfly/api/bundle'
import { createClient } from '@mayfly/contract/client'
import { freePort } from '@mayfly/local/ports'
import pg from 'pg'
import { beforeAll, expect, inject, test } from 'vitest'
import { openStoryHouse } from './house.ts'
import { listenAs } from './live-ear.ts'
import { copyOutside, endOf, environmentOf, runNode } from './outside.ts'

const API = resolve(import.meta.dirname, '../api')
const dist = join(API, 'dist')
let dockerfile: [instruction: string, rest: string][]

beforeAll(async () => {
  await bundleBackend(dist)
  const lines = (await readFile(join(API, 'Dockerfile'), 'utf8')).replaceAll('\\\n', '').split('\n')
  dockerfile = lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)])
})

const said = (instruction: string) =>
  dockerfile.filter(([name]) => name === instruction).map(([, rest]) => rest)
const listIn = (text = '') => JSON.parse(text.slice(text.indexOf('['))) as string[]

/** The image's folder, as the Dockerfile fills it. */
const openImage = () => {
  const sources = said('COPY').flatMap((rest) => rest.split(' ').slice(0, -1))
  return copyOutside(...sources.map((source) => join(API, source)))
}

/** The image with its own command, or another one. */
async function start(env: Record<string, string>, command = listIn(said('CMD')[0])) {
  const [program, ...options] = listIn(said('ENTRYPOINT')[0])
  expect(program).toBe('node')
  return runNode(await openImage(), [...options, ...command], env)
}

test('the image is of the Node that everything runs on here, without rights and without tools to fetch things', async () => {
  const { version } = createRequire(import.meta.url)('node/package.json')
  expect(said('FROM')).toEqual([expect.stringMatching(new RegExp(`/node:${version}-slim$`))])
  expect(said('USER')).toEqual(['node'])
  expect(said('COPY')).toEqual(['dist/ ./'])
  expect(said('RUN')).toEqual([])
  expect(said('HEALTHCHECK')[0]).not.toMatch(/curl|wget/)
})

test('the server answers, writes and reads from nothing but its own files, and ends in time when it is told to', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const port = await freePort()
  const server = await start({ ...environmentOf(house.config), PORT: String(port) })
  const end = endOf(server)
  const origin = `http://127.0.0.1:${port}`
  const statusOf = (path: string) =>
    fetch(origin + path).then(
      ({ status }) => status,
      () => 0,
    )
  await expect.poll(() => statusOf('/health'), { timeout: 20_000 }).toBe(200)
  expect(await statusOf('/ready')).toBe(200)
  const client = createClient({ origin, send: fetch, token: ada.token })
  const post = await client.createPost({ body: 'from the image' })
  expect((await client.showPost({ id: post.id })).body).toBe('from the image')
  expect((await ada.showPost({ id: post.id })).body).toBe('from the image')

  const check = listIn(said('HEALTHCHECK')[0]).slice(1)
  expect((await endOf(runNode('/', check, { PORT: String(port) }))).code).toBe(0)
  const { over } = await listenAs(ada, origin)
  server.kill('SIGTERM')
  const inTime = pause(10_000).then(() => 'late')
  expect(await Promise.race([end, inTime])).toMatchObject({ code: 0 })
  await over
  expect((await endOf(runNode('/', check, { PORT: String(port) }))).code).toBe(1)
  const { out, problems } = await end
  expect(problems).toBe('')
  expect(out).not.toContain('from the image')
})

test('a server that is not told everything says what is missing, and does not start', async () => {
  const { code, problems } = await endOf(await start({ AWS_REGION: 'us-east-1' }))
  expect(code).toBe(1)
  expect(problems).toContain('  RATE_SECRET: ')
  expect(problems).toMatch(/The environment is not complete:\n {2}DATABASE_URL: /)
})

test('the migrations of the image bring an empty database to where the others are, once', async () => {
  const name = `image_${Date.now()}`
  const admin = new pg.Client({ connectionString: inject('adminUrl') })
  await admin.connect()
  await admin.query(`create database ${name}`)
  try {
    const { hostname, port, username, password } = new URL(inject('adminUrl'))
    const env = {
      DATABASE_HOST: hostname,
      DATABASE_PORT: port,
      DATABASE_NAME: name,
      DATABASE_USER: username,
      DATABASE_PASSWORD: password,
    }
    const migrated = async (changes = {}) => {
      const { code, out } = await endOf(await start({ ...env, ...changes }, ['migrate.js']))
      return { code, ...(JSON.parse(out) as { msg: string; applied?: string[]; err?: { message: string } }) }
    }
    const refused = { code: 1, msg: 'the database was not brought up to date' }
    expect(await migrated({ DATABASE_PASSWORD: 'wrong' })).toMatchObject({
      ...refused,
      err: { message: expect.stringContaining('password authentication failed') },
    })
    expect(await migrated({ DATABASE_HOST: '' })).toMatchObject({
      ...refused,
      err: { message: expect.stringContaining('DATABASE_HOST') },
    })
    const first = await migrated()
    expect(first).toMatchObject({ code: 0, msg: 'the database is up to date now' })
    expect(first.applied?.[0]).toBe('001-people-and-posts.sql')
    expect(await migrated()).toMatchObject({ code: 0, msg: 'the database was up to date', applied: [] })
  } finally {
    await admin.query(`drop database ${name}`)
    await admin.end()
  }
})
