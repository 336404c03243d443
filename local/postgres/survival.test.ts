import { once } from 'node:events'
import { chmodSync, existsSync, lstatSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  copyProject,
  firstWords,
  giveTo,
  type OtherProject,
  plainUser,
  removeFolder,
  whatItSays,
} from './other-project.ts'

const stopAtOnce = 'await postgres.stop()'
const waitForever = 'setInterval(() => {}, 1000)'
let project: OtherProject

beforeAll(() => {
  project = copyProject()
})

afterAll(() => {
  removeFolder(project.folder)
  removeFolder(project.temporary)
})

async function ask(url: string, sql: string) {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function isGone(pid: number) {
  while (existsSync(`/proc/${pid}/exe`)) {
    await pause(20)
  }
  return true
}

test('runs in a folder that others may not enter', async () => {
  chmodSync(project.folder, 0o700)
  expect(await whatItSays(project.run(stopAtOnce))).toHaveProperty('url')
  expect(readdirSync(project.temporary)).toHaveLength(process.getuid?.() === 0 ? 1 : 0)
})

test('loses no committed row when Node alone is killed, and stops the Postgres left behind', async () => {
  const first = project.run(waitForever)
  const before = await firstWords(first)
  await ask(before.url, 'create table rows (n int)')
  await ask(before.url, 'insert into rows values (1)')
  first.kill('SIGKILL')
  await once(first, 'exit')
  expect(await ask(before.url, 'select n from rows')).toEqual([{ n: 1 }])
  const second = project.run(waitForever)
  const after = await firstWords(second)
  expect(await isGone(before.pid)).toBe(true)
  expect(await ask(after.url, 'select n from rows')).toEqual([{ n: 1 }])
  process.kill(after.pid, 'SIGKILL')
  second.kill('SIGKILL')
  await once(second, 'exit')
  const third = project.run(waitForever)
  const last = await firstWords(third)
  expect(await ask(last.url, 'select n from rows')).toEqual([{ n: 1 }])
  third.kill('SIGKILL')
  await once(third, 'exit')
  expect(await whatItSays(project.run(stopAtOnce))).toHaveProperty('url')
})

test.each([
  ['process.exit', 'process.exit(0)'],
  ['an uncaught error', 'setTimeout(() => { throw new Error() })'],
])('leaves no Postgres behind after %s', async (_name, end) => {
  const said = await whatItSays(project.run(end))
  expect(await isGone(Number(said.pid))).toBe(true)
})

test('begins anew when Node was killed while the cluster was made', async () => {
  const cluster = join(project.folder, 'data/cluster')
  const draft = `${cluster}.unfinished`
  rmSync(cluster, { recursive: true })
  const first = project.run(waitForever)
  while (!existsSync(join(draft, 'PG_VERSION'))) {
    await pause(5)
  }
  first.kill('SIGKILL')
  await once(first, 'exit')
  expect(existsSync(cluster)).toBe(false)
  expect(await whatItSays(project.run(stopAtOnce))).toHaveProperty('url')
  expect(existsSync(draft)).toBe(false)
})

test('runs for a plain user whose npm skipped the install scripts', async () => {
  rmSync(join(project.folder, 'data'), { recursive: true })
  const library = join(project.native, 'lib')
  for (const name of readdirSync(library)) {
    if (lstatSync(join(library, name)).isSymbolicLink()) {
      rmSync(join(library, name))
    }
  }
  giveTo(project.folder, plainUser)
  expect(await whatItSays(project.run(stopAtOnce, plainUser))).toHaveProperty('url')
})

test('runs what a plain user has made as that user, also when root starts it', async () => {
  expect(await whatItSays(project.run(stopAtOnce))).toHaveProperty('url')
  expect(lstatSync(join(project.folder, 'data/cluster/PG_VERSION')).uid).toBe(
    plainUser.uid ?? process.getuid?.(),
  )
  expect(await whatItSays(project.run(stopAtOnce, plainUser))).toHaveProperty('url')
})

test('says so when a plain user may not write to the data folder', async () => {
  const data = join(project.folder, 'data')
  chmodSync(data, 0o500)
  const said = await whatItSays(project.run(stopAtOnce, plainUser))
  expect(said).toEqual({
    kind: 'StartupProblem',
    problem: `Mayfly may not write to ${data}. Make the folder yours, or copy the project to a folder of your own.`,
  })
  chmodSync(data, 0o700)
})
