import { expect, test } from 'vitest'
import { readOptions } from './options.ts'
import { StartupProblem } from './startup-problem.ts'

test('without words everything has its place', () => {
  expect(readOptions([], '/project')).toEqual({
    port: 3000,
    dataDir: '/project/.local',
    isEmpty: false,
    logLevel: 'warn',
    isHelp: false,
  })
})

test.each([
  [['--port', '0'], '--port takes a number from 1 to 65533, not "0".'],
  [['--port', '65535'], '--port takes a number'],
  [['--port', 'abc'], '--port takes a number'],
  [['--port'], 'npm start -- --help shows what there is.'],
  [['--log', 'loud'], '--log takes one of debug, info, warn, error, silent, not "loud".'],
  [['--data', ''], '--data takes the name of a folder.'],
  [['--colour'], 'npm start -- --help shows what there is.'],
  [['3000'], 'npm start -- --help shows what there is.'],
])('%j is refused with a sentence', (words, sentence) => {
  const read = () => readOptions(words, '/project')
  expect(read).toThrow(StartupProblem)
  expect(read).toThrow(sentence)
})
