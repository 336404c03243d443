import { expect, test } from 'vitest'
import { settings } from './settings.ts'
import { checkSettings } from './settings-schema.ts'

test('the settings as they are in the repository are an example that is right', () => {
  expect(checkSettings(settings)).toEqual(settings)
})

test.each([
  ['account', { account: '12345' }, 'twelve digits'],
  ['region', { region: 'mars-north-1' }, 'knows these regions'],
  ['domain', { domain: 'https://example.com/' }, 'without scheme'],
  ['domain', { domain: 'www.example.com' }, 'without scheme, path or www'],
  ['hostedZoneId', { hostedZoneId: 'example.com' }, 'id like'],
  ['source.repository', { source: { ...settings.source, repository: 'mayfly' } }, 'with its owner'],
  ['source.connectionArn', { account: '210987654321' }, 'another account'],
  ['operatorEmail', { operatorEmail: 'nobody' }, 'e-mail address'],
  ['mailFrom', { mailFrom: 'me@elsewhere.example' }, 'of the domain itself'],
  ['size', { size: 'huge' }, '"demo", "small" or "large"'],
  ['keepsData', { keepsData: 'yes' }, 'true or false'],
])('a wrong %s is told in words', (name, change, words) => {
  const check = () => checkSettings({ ...settings, ...change })
  expect(check).toThrow(`  ${name}: `)
  expect(check).toThrow(words)
})

test('everything that is wrong is told at once, and what nobody knows as well', () => {
  const check = () => checkSettings({ ...settings, account: '', size: '', colour: 'red' })
  for (const name of ['account', 'size', 'colour']) expect(check).toThrow(name)
})
