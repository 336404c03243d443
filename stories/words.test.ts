import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Part, parseMessage } from '../web/language/message-format.ts'
import { type Found, textsIn } from './texts-in-code.ts'

const read = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(`${import.meta.dirname}/../web/language/${language}.json`, 'utf8'))

const [german, arabic] = [read('de'), read('ar')]
const keys = Object.keys(german)
const web = textsIn('web')
const server = textsIn('contract', 'domain', 'api', 'storage', 'lambdas')

const told = (found: Found[]) => found.map(({ words, place }) => `${place}: ${words}`)
const namesIn = (words: string) => [...new Set(namesOf(parseMessage(words)))].sort()
/** As the source of a template has it. */
const withHoles = (text: string) => text.replaceAll(/\{\w+\}/g, '{}')

test('both catalogues have the same texts, in the order of the alphabet', () => {
  expect(Object.keys(arabic)).toEqual(keys)
  expect(keys).toEqual(keys.toSorted())
})

test('a translation has the names and the tags of its text', () => {
  for (const text of keys) {
    for (const words of [german[text], arabic[text]]) {
      const extra = namesIn(words ?? '').filter((name) => !namesIn(text).includes(name))
      expect(extra, text).toEqual([])
      const missing = namesIn(text).filter((name) => !namesIn(words ?? '').includes(name))
      expect(missing, text).toEqual([])
    }
  }
})

test('Arabic counts one, two, few and many', () => {
  const counting = Object.entries(arabic).filter(([, words]) => words.includes(', plural,'))
  const lacking = counting.filter(
    ([, words]) => !['one', 'two', 'few', 'many'].every((form) => words.includes(`${form} {`)),
  )
  expect(lacking.map(([text]) => text)).toEqual([])
})

test('no page says something that was not translated', () => {
  expect(told(web.bare)).toEqual([])
})

test('a text is asked for where the words have come, with a value for each of its names', () => {
  expect(told(web.asked.filter(({ isInFunction }) => !isInFunction))).toEqual([])
  const wrong = web.asked.filter(
    ({ words, names }) => names && names.toSorted().join() !== namesIn(words).join(),
  )
  expect(told(wrong)).toEqual([])
})

const sentencesOf = (words: string) => words.split(/(?<=\.) /)
/** What is put in beside a sentence is a sentence too. */
const formsOf = (words: string) => [words, words.replaceAll(/^\{\} | \{\}$/g, '')]

test('every text of the catalogues is said somewhere', () => {
  const said = new Set(
    [...web.literals, ...server.literals].flatMap(({ words }) =>
      [words, ...sentencesOf(words)].flatMap(formsOf),
    ),
  )
  expect(keys.filter((text) => !said.has(text) && !said.has(withHoles(text)))).toEqual([])
})

test('every sentence of the server is in the catalogues', () => {
  const texts = new Set(keys.map(withHoles))
  const isSentence = /^(\p{Lu}|\{\}).* .*\.( \{\})?$/u
  // Forms and pages of Mayfly never send what these refuse.
  const isForPrograms =
    /UUID|JSON|`next`|is text\.|one of \{|A request|more than once|not a field|limit is|A page has|is a list|are a list|like en|names the id|whole number|named by|order is|Notifications are|switched off|Each kind|You hear|A case is|^The migration/
  const isText = (words: string) => formsOf(words).some((form) => texts.has(form))
  const isKnown = (words: string) => isText(words) || sentencesOf(words).every(isText)
  const unknown = server.literals
    .filter(({ words }) => isSentence.test(words) && !isForPrograms.test(words))
    .filter(({ words }) => !isKnown(words))
  expect(told(unknown)).toEqual([])
})

function namesOf(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string') return []
    if (part.kind === 'tag') return [part.name, ...namesOf(part.within)]
    return [part.name, ...('forms' in part ? Object.values(part.forms).flatMap(namesOf) : [])]
  })
}
