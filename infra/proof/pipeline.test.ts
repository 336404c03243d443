import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { settings } from '../settings.ts'
import { synthesise } from '../templates-in-test.ts'
import { grantedTo } from './granted.ts'
import { commandProblems, root, stepsOf, variableProblems } from './pipeline-steps.ts'
import { fileProblems } from './step-files.ts'

const templates = synthesise(settings)
const steps = stepsOf(templates, settings)
const granted = grantedTo(templates, settings)
const folder = join(root, 'infra/pipeline')
const files = readdirSync(folder)
const scripts = files.filter((file) => file.endsWith('.sh'))
const builds = files.filter((file) => file.endsWith('.yml'))

test('every step runs a file that is there, with variables that somebody sets', () => {
  expect(steps.map(({ name }) => name)).toEqual(['test', 'image', 'release', 'site'])
  expect(variableProblems(steps)).toEqual([])
})

test('every step may do what its commands do', () => {
  expect(commandProblems(steps, granted)).toEqual([])
})

test('every script, program and file that a step uses is there', () => {
  expect(fileProblems(steps)).toEqual([])
})

test.each(scripts)('%s is a script that a shell can read', (file) => {
  const { status, stderr, error } = spawnSync('bash', ['-n', join(folder, file)], { encoding: 'utf8' })
  if (error === undefined) expect([stderr, status]).toEqual(['', 0])
})

test.each(builds)('%s hands one command to the shell of CodeBuild', (file) => {
  const [, commands = ''] = readFileSync(join(folder, file), 'utf8').split('commands:')
  expect(commands.trim().split('\n')).toHaveLength(1)
})

test('a variable that nobody sets is named', () => {
  const misnamed = steps.map((step) => ({
    ...step,
    variables: step.variables.filter((name) => name !== 'CLUSTER'),
  }))
  expect(variableProblems(misnamed)).toEqual(['The step release uses CLUSTER, which nobody sets.'])
})

test('a command without its right is named, and so is one that nobody knows', () => {
  const bare = new Map(granted).set('step site', [])
  expect(commandProblems(steps, bare)).toContain('The step site runs aws s3 cp, and may not s3:PutObject.')
  const curious = [{ name: 'test', text: '- aws s3 ls', variables: [] }]
  expect(commandProblems(curious, granted)).toEqual([
    'The step test runs aws s3 ls, which the proof does not know.',
  ])
})

test('a script, a program and a file that are not there are named', () => {
  const text = ['- npm run nothing', '- npx nowhere', '- cat infra/none.json', '- ls web/dist'].join('\n')
  expect(fileProblems([{ name: 'test', text, variables: [] }])).toEqual([
    'The step test runs "npm run nothing", which package.json does not know.',
    'The step test runs nowhere, which no package brings.',
    'The step test uses infra/none.json, which is not there.',
    'The step test uses web/dist, which is not there.',
  ])
})
