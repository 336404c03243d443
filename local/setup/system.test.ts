import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const supported = { platform: 'linux', cpu: 'x64', usesGlibc: true }

function problemOf(system: object): string {
  const program = `
    import { systemProblem } from '${join(import.meta.dirname, 'system.js')}'
    console.log(systemProblem(${JSON.stringify(system)}) ?? 'none')`
  const options = { encoding: 'utf8' } as const
  return spawnSync(process.execPath, ['--input-type=module', '--eval', program], options).stdout.trim()
}

test.each([
  [supported, 'none'],
  [{ ...supported, platform: 'darwin', cpu: 'arm64' }, 'none'],
  [{ ...supported, platform: 'win32' }, 'none'],
  [{ ...supported, usesGlibc: false }, 'needs glibc'],
  [{ ...supported, cpu: 'ia32' }, 'built for ia32'],
  [{ ...supported, platform: 'win32', cpu: 'arm64' }, 'x64 build of Node.js'],
  [{ ...supported, platform: 'freebsd' }, 'this is freebsd'],
])('says of %o: %s', (system, sentence) => {
  expect(problemOf(system)).toContain(sentence)
})
