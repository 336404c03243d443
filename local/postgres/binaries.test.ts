import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { StartupProblem } from '../startup-problem.ts'
import { copyToTemporaryFolder } from './binaries-copy.ts'

let folder: string
let native: string
let copy: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mayfly-test-'))
  vi.stubEnv('TMPDIR', folder)
  native = join(folder, 'native')
  copy = join(folder, `mayfly-postgres-18.4-${userInfo().uid}`)
  mkdirSync(join(native, 'bin'), { recursive: true, mode: 0o700 })
  writeFileSync(join(native, 'bin/postgres'), 'a program', { mode: 0o700 })
  writeFileSync(join(native, 'bin/list'), 'a file', { mode: 0o600 })
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

test('makes a copy that everyone can read and only its owner can change', () => {
  expect(copyToTemporaryFolder(native, '18.4')).toBe(copy)
  expect(statSync(copy).mode & 0o777).toBe(0o755)
  expect(statSync(join(copy, 'bin/postgres')).mode & 0o777).toBe(0o755)
  expect(statSync(join(copy, 'bin/list')).mode & 0o777).toBe(0o644)
})

test('makes the copy anew when part of it was tidied away', () => {
  copyToTemporaryFolder(native, '18.4')
  rmSync(join(copy, 'bin/list'))
  copyToTemporaryFolder(native, '18.4')
  expect(readFileSync(join(copy, 'bin/list'), 'utf8')).toBe('a file')
})

test('runs nothing from a folder that others can change', () => {
  copyToTemporaryFolder(native, '18.4')
  chmodSync(copy, 0o777)
  expect(() => copyToTemporaryFolder(native, '18.4')).toThrow(StartupProblem)
})
