import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { settings } from '../settings.ts'
import { synthesise } from '../templates-in-test.ts'
import type { Templates } from './deployed.ts'

const root = join(import.meta.dirname, '../..')
const templates = synthesise(settings)
const page = readFileSync(join(root, 'docs/services.md'), 'utf8')

/** What the table of services says that is not so, and what it leaves out. */
function tableProblems(text: string, stacks: Templates): string[] {
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes(' | AWS::'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  const wrong = rows.flatMap(([, service, , stack = '', type = '', ...files]) => {
    const types = Object.values(stacks[stack]?.Resources ?? {}).map((resource) => resource.Type)
    return [
      ...(types.includes(type) ? [] : [`${service}: ${stack} has no ${type}.`]),
      ...files
        .filter((file) => file && !existsSync(join(root, file)))
        .map((file) => `${service}: there is no ${file}.`),
    ]
  })
  const told = rows.map(([, , , stack = '', type = '']) => `${stack} ${serviceOf(type)}`).join('\n')
  const used = Object.entries(stacks).flatMap(([stack, { Resources }]) => [
    stack,
    ...Object.values(Resources).map(({ Type }) => serviceOf(Type)),
  ])
  const untold = [...new Set(used)].filter((name) => !told.includes(name))
  return [...wrong, ...untold.map((name) => `docs/services.md does not tell of ${name}.`)]
}

const serviceOf = (type: string) => type.split('::').slice(0, 2).join('::')

test('every service has a line that says its stack, its file and its proof', () => {
  expect(tableProblems(page, templates)).toEqual([])
})

test('a service without a line is named, and so is a line without its stack', () => {
  const short = page.split('\n').filter((line) => !line.startsWith('| Cognito'))
  expect(tableProblems(short.join('\n'), templates)).toEqual([
    'docs/services.md does not tell of AWS::Cognito.',
  ])
  expect(tableProblems(page.replaceAll('mayfly-sweep', 'mayfly-swoop'), templates)).toContain(
    'EventBridge: mayfly-swoop has no AWS::Events::Rule.',
  )
})
