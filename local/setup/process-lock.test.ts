import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from './process-lock.js'

const door = pathToFileURL(join(import.meta.dirname, 'process-lock.js')).href
let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mayfly-test-'))
  path = join(folder, 'lock')
})

afterEach(() => rmSync(folder, { recursive: true }))

function program(code: string) {
  return [
    '--input-type=module',
    '--eval',
    `import { takeLock } from '${door}'\nconst lock = takeLock('${path}')\n${code}`,
  ]
}

test('is taken by one of many that want it at the same time, a stale one included', async () => {
  spawnSync(process.execPath, program(`process.kill(process.pid, 'SIGKILL')`))
  const report = 'console.log(lock.isMine ? 1 : 0); setTimeout(() => process.exit(), 2000)'
  const rivals = Array.from({ length: 6 }, () => spawn(process.execPath, program(report)))
  const answers = await Promise.all(rivals.map((rival) => text(rival.stdout)))
  expect(answers.map(Number).reduce((sum, answer) => sum + answer, 0)).toBe(1)
  expect(readdirSync(folder)).toEqual([])
})

test('stays taken while a process that it is shared with lives', async () => {
  const worker = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'])
  spawnSync(process.execPath, program(`lock.shareWith(${worker.pid}); process.kill(process.pid, 'SIGKILL')`))
  expect(takeLock(path).isMine).toBe(false)
  worker.kill('SIGKILL')
  await once(worker, 'exit')
  const lock = takeLock(path)
  expect(lock.isMine).toBe(true)
  if (lock.isMine) {
    lock.release()
  }
})
