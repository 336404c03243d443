import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { formatMessage, parseMessage, type Values } from './message-format.ts'

const format = (message: string, values: Values<string>, locale = 'en') =>
  formatMessage(parseMessage(message), values, locale).join('')

const wrap = (words: string[]) => `[${words.join('')}]`

describe('a text', () => {
  test.each([
    ['Nothing to fill in, #1.', {}, 'Nothing to fill in, #1.'],
    ['{who} likes {what}', { who: 'Ada', what: 'tea' }, 'Ada likes tea'],
    ['{n} left', { n: 1234 }, '1,234 left'],
    ['{n, plural, one {# reply} other {# replies}}', { n: 1 }, '1 reply'],
    ['{n, plural, one {# reply} other {# replies}}', { n: 2345 }, '2,345 replies'],
    ['{n, plural, =0 {nobody} one {{who}} other {{who} and #}}', { n: 0, who: 'Ada' }, 'nobody'],
    ['{n, plural, =0 {nobody} one {{who}} other {{who} and #}}', { n: 3, who: 'Ada' }, 'Ada and 3'],
    ['{kind, select, post {this post} other {it}}', { kind: 'post' }, 'this post'],
    ['{kind, select, post {this post} other {it}}', { kind: 'person' }, 'it'],
    [
      'Read <link>the {n, plural, one {term} other {terms}}</link>.',
      { n: 2, link: wrap },
      'Read [the terms].',
    ],
    ['<b>{n}</b> of <b>all</b>', { n: 1, b: wrap }, '[1] of [all]'],
  ])('%s', (message, values, words) => {
    expect(format(message, values as Values<string>)).toBe(words)
  })

  test('counts as its language does', () => {
    const message = '{n, plural, zero {0} one {1} two {2} few {few} many {many} other {other}}'
    const forms = [0, 1, 2, 5, 11, 100].map((n) => format(message, { n }, 'ar'))
    expect(forms).toEqual(['0', '1', '2', 'few', 'many', 'other'])
  })

  test('sets apart what is put in, and chooses by what was given', () => {
    const message = '{kind, select, post {{who} posts} other {}}'
    const pieces = formatMessage(
      parseMessage(message),
      { kind: 'post', who: 'Ada' },
      'en',
      (who) => `[${who}]`,
    )
    expect(pieces.join('')).toBe('[Ada] posts')
  })

  test('shows the name of what is missing, and keeps the words of a tag', () => {
    expect(format('{who} left <b>us</b>', {})).toBe('{who} left us')
  })

  test.each(['{', '{who', '}', '{n, plural, one {a}}', '{n, plural, other {a}', '<b>a', '<b>a</i>', 'a < b'])(
    'that is wrong is refused: %s',
    (message) => {
      expect(() => parseMessage(message)).toThrow(SyntaxError)
    },
  )
})

const read = (language: string) =>
  JSON.parse(readFileSync(`${import.meta.dirname}/${language}.json`, 'utf8')) as Record<string, string>

const catalogues = { de: read('de'), ar: read('ar') }
const english = Object.keys(catalogues.de).map((text) => [text, text.split('||')[0] as string])

describe.each([
  ['en', Object.fromEntries(english) as Record<string, string>],
  ['de', catalogues.de],
  ['ar-u-nu-latn', catalogues.ar],
])('in %s', (locale, catalogue) => {
  test('every text reads as the reference implementation has it', () => {
    for (const [text, words] of Object.entries(catalogue)) {
      const names = [...new Set(words.match(/(?<=[{<]\s*)\w+(?=\s*[},>])/g))]
      for (const n of [0, 1, 2, 3, 11, 100]) {
        const values = Object.fromEntries(names.map((name) => [name, n])) as Record<string, number>
        const tags = Object.fromEntries(
          [...words.matchAll(/<(\w+)>/g)].map(([, name]) => [name as string, wrap]),
        )
        const reference = new IntlMessageFormat(words, locale).format({ ...values, ...tags })
        expect(format(words, { ...values, ...tags }, locale), text).toBe(reference)
      }
    }
  })
})
