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
    ['lint', '--colors=off', '--max-diagnostics=none', ...Object.keys(files)],
    { cwd: PROJECT, encoding: 'utf8', shell: process.platform === 'win32' },
  )
  return { status, said: stdout + stderr }
}

const importing = (name: string, from: string) =>
  `import { ${name} } from '${from}'\n\nexport const used = ${name}\n`

test('no room imports what its package.json does not name, and the pure rooms nothing of Node', () => {
  const breaches: [path: string, name: string, from: string, rule: string][] = [
    ['domain/probe-storage.ts', 'openStores', '@mayfly/storage/stores', 'noUndeclaredDependencies'],
    ['domain/probe-node.ts', 'readFileSync', 'node:fs', 'noRestrictedImports'],
    ['contract/probe-domain.ts', 'corsHeaders', '@mayfly/domain/cors', 'noUndeclaredDependencies'],
    ['web/probe-storage.ts', 'openStores', '@mayfly/storage/stores', 'noUndeclaredDependencies'],
    ['api/probe-lambdas.ts', 'wiring', '@mayfly/lambdas/wiring', 'noUndeclaredDependencies'],
    ['lambdas/probe-api.ts', 'createApp', '@mayfly/api/app', 'noUndeclaredDependencies'],
    ['storage/probe-domain.ts', 'corsHeaders', '@mayfly/domain/cors', 'noUndeclaredDependencies'],
  ]
  const files = breaches.map(([path, name, from]) => [path, importing(name, from)] as const)
  const { status, said } = lint(Object.fromEntries(files))
  for (const [path, , , rule] of breaches) expect(said).toMatch(new RegExp(`${path}:\\d+:\\d+ \\S+/${rule}`))
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
  const { status, said } = lint({ 'domain/probe-law.ts': importing('limits', '@mayfly/contract/limits') })
  expect([said, status]).toEqual([said, 0])
})
