import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const PROJECT = resolve(import.meta.dirname, '..')

/** What the linter says of these files, which exist only while it looks. */
function lint(files: Record<string, string>) {
  onTestFinished(() => {
    for (const path of Object.keys(files)) rmSync(resolve(PROJECT, path), { force: true })
  })
  for (const [path, text] of Object.entries(files)) writeFileSync(resolve(PROJECT, path), text)
  const { status, stdout, stderr } = spawnSync(
    resolve(PROJECT, 'node_modules/.bin/biome'),
    ['lint', '--colors=off', ...Object.keys(files)],
    { cwd: PROJECT, encoding: 'utf8', shell: process.platform === 'win32' },
  )
  return { status, said: stdout + stderr }
}

test.each([
  ['domain/probe-law.ts', '@mayfly/storage/stores', 'openStores', 'noUndeclaredDependencies'],
  ['domain/probe-law.ts', 'node:fs', 'readFileSync', 'noRestrictedImports'],
  ['contract/probe-law.ts', '@mayfly/domain/cors', 'corsHeaders', 'noUndeclaredDependencies'],
  ['web/probe-law.ts', '@mayfly/storage/stores', 'openStores', 'noUndeclaredDependencies'],
  ['api/probe-law.ts', '@mayfly/lambdas/wiring', 'wiring', 'noUndeclaredDependencies'],
  ['lambdas/probe-law.ts', '@mayfly/api/app', 'createApp', 'noUndeclaredDependencies'],
  ['storage/probe-law.ts', '@mayfly/domain/cors', 'corsHeaders', 'noUndeclaredDependencies'],
])('%s may not import %s', (path, from, name, rule) => {
  const { status, said } = lint({
    [path]: `import { ${name} } from '${from}'\n\nexport const used = ${name}\n`,
  })
  expect(said).toContain(rule)
  expect(status).not.toBe(0)
})

test('a cycle of imports is an error', () => {
  const { status, said } = lint({
    'domain/probe-one.ts': `import { other } from './probe-other.ts'\n\nexport const one = () => other\n`,
    'domain/probe-other.ts': `import { one } from './probe-one.ts'\n\nexport const other = () => one\n`,
  })
  expect(said).toContain('noImportCycles')
  expect(status).not.toBe(0)
})

test('a room that keeps the law passes', () => {
  const { status, said } = lint({
    'domain/probe-law.ts': `import { limits } from '@mayfly/contract/limits'\n\nexport const used = limits\n`,
  })
  expect([said, status]).toEqual([said, 0])
})
