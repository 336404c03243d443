import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDataFolder } from './data-folder.ts'
import { plainUser } from './postgres/other-project.ts'
import { StartupProblem } from './startup-problem.ts'

let parent: string
let path: string

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'mayfly-test-'))
  path = join(parent, 'deep/data')
})

afterEach(() => rmSync(parent, { recursive: true, force: true }))

/** Opens the folder in another process, which then runs `code` and dies without a chance to tidy up. */
function openElsewhere(code = '', user = {}) {
  const door = pathToFileURL(join(import.meta.dirname, 'data-folder.ts')).href
  const program = `
    import { openDataFolder } from '${door}'
    try {
      const folder = openDataFolder('${path}')
      ${code}
    } catch (error) {
      console.log(error.message)
    }
    process.kill(process.pid, 'SIGKILL')`
  const options = { ...user, cwd: '/', encoding: 'utf8' } as const
  return spawnSync(
    process.execPath,
    ['--input-type=module-typescript', '--eval', program],
    options,
  ).stdout.trim()
}

test('makes a folder for its owner alone and gives it back', () => {
  const folder = openDataFolder(path)
  expect(folder.path).toBe(path)
  expect(statSync(path).mode & 0o777).toBe(0o700)
  folder.release()
  openDataFolder(path).release()
})

test('refuses a second start and says where the first is', () => {
  const folder = openDataFolder(path)
  expect(openElsewhere()).toBe(`Mayfly is already running here (process ${process.pid}). Stop it first.`)
  folder.announce('http://localhost:3000')
  expect(openElsewhere()).toBe(
    `Mayfly is already running here (process ${process.pid}). Open http://localhost:3000 or stop it first.`,
  )
  folder.release()
})

test('opens after the one before was killed', () => {
  expect(openElsewhere('folder.announce("http://localhost:3000")')).toBe('')
  expect(existsSync(join(path, 'mayfly.lock'))).toBe(true)
  openDataFolder(path).release()
})

test('opens when the id of the one before now belongs to another process', () => {
  openElsewhere()
  const holder = { pid: process.ppid, startedAt: 'long ago', others: [] }
  writeFileSync(join(path, 'mayfly.lock/holder.json'), JSON.stringify(holder))
  openDataFolder(path).release()
})

test('opens over a lock that was never finished', () => {
  mkdirSync(join(path, 'mayfly.lock'), { recursive: true })
  writeFileSync(join(path, 'mayfly.lock/holder.json'), '{"pid"')
  openDataFolder(path).release()
})

test('keeps out of a folder with other things in it, which a reset would remove', () => {
  mkdirSync(join(path, 'site'), { recursive: true })
  writeFileSync(join(path, 'thesis.txt'), 'mine')
  expect(() => openDataFolder(path)).toThrow(StartupProblem)
  expect(() => openDataFolder(path)).toThrow(`${path} holds other things than a Mayfly.`)
  expect(readdirSync(path).sort()).toEqual(['site', 'thesis.txt'])
  writeFileSync(join(path, 'installation.json'), '')
  openDataFolder(path).release()
})

test('opens a folder that only the set-up and the tests have used', () => {
  mkdirSync(join(path, 'site'), { recursive: true })
  mkdirSync(join(path, 'npm-cache'))
  writeFileSync(join(path, 'site.stamp'), '')
  openDataFolder(path).release()
})

test('says so when a file is in its place', () => {
  mkdirSync(join(parent, 'deep'))
  writeFileSync(path, '')
  expect(() => openDataFolder(path)).toThrow(StartupProblem)
  expect(() => openDataFolder(path)).toThrow(`${path} can't be a folder, because a file is in its place.`)
})

test('says so when it may not write there', () => {
  chmodSync(parent, 0o555)
  expect(openElsewhere('', plainUser)).toContain(`Mayfly may not write to ${path}.`)
  chmodSync(parent, 0o755)
})
