import { expect, test } from 'vitest'
import { type Command, matching } from './command.ts'

const command = (label: string, about = ''): Command => ({
  id: label,
  group: 'Do',
  label,
  about,
  icon: null,
  run: () => {},
})
const commands = [
  command('Appearance', 'dark theme'),
  command('Dark theme', 'mode'),
  command('Your data', 'export a copy'),
  command('Home'),
]
const found = (typed: string) => matching(commands, typed).map(({ label }) => label)

test('a command is found by the beginnings of its words, or of what else it is called', () => {
  expect(found('da')).toEqual(['Dark theme', 'Your data', 'Appearance'])
  expect(found('theme DARK')).toEqual(['Dark theme', 'Appearance'])
  expect(found('export data')).toEqual(['Your data'])
  expect(found('ark')).toEqual([])
  expect(found(' ')).toEqual(['Appearance', 'Dark theme', 'Your data', 'Home'])
})

test('an Arabic command is found with its article and without', () => {
  const messages = [command('الرسائل')]
  expect(matching(messages, 'رسا')).toEqual(messages)
  expect(matching(messages, 'الرسا')).toEqual(messages)
})
