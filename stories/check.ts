import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const PROJECT = resolve(import.meta.dirname, '..')

/** What `npm test` proves, the quick things first. */
const steps = [
  { name: 'Types', command: 'tsc', args: ['--pretty'] },
  { name: 'Types of the web client', command: 'tsc', args: ['--pretty', '-p', 'web'] },
  { name: 'Types of the stacks', command: 'tsc', args: ['--pretty', '-p', 'infra'] },
  { name: 'Types of the journeys', command: 'tsc', args: ['--pretty', '-p', 'stories/browser'] },
  { name: 'Format, lint and import law', command: 'biome', args: ['ci', '--error-on-warnings', '.'] },
  { name: 'Dead code', command: 'knip', args: ['--no-progress'] },
  {
    name: 'Rules, stacks, conformance, stories and journeys',
    command: 'vitest',
    args: ['run', ...process.argv.slice(2)],
  },
]

for (const { name, command, args } of steps) {
  const startedAt = performance.now()
  console.log(`\n── ${name} ──`)
  const { status } = spawnSync(resolve(PROJECT, 'node_modules/.bin', command), args, {
    cwd: PROJECT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error(`\n${name}: not right yet. See above.`)
    process.exit(1)
  }
  console.log(`${name}: fine, ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
}
