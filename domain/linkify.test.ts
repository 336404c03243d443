import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkify } from './linkify.ts'

const kinds = (text: string) => linkify(text).map(({ kind, text }) => [kind, text])
const links = (text: string) => linkify(text).filter(({ kind }) => kind === 'link')

test('people, tags and links are found in a sentence', () => {
  expect(kinds('Ask @Ada about #fire, see https://example.com/a?b=1.')).toEqual([
    ['text', 'Ask '],
    ['person', '@Ada'],
    ['text', ' about '],
    ['tag', '#fire'],
    ['text', ', see '],
    ['link', 'https://example.com/a?b=1'],
    ['text', '.'],
  ])
  expect(linkify('@Ada')).toEqual([{ kind: 'person', text: '@Ada', handle: 'ada' }])
})

test('a tag may be in any script', () => {
  for (const tag of ['#हिन्दी', '#ภาษาไทย', '#été', '#日本語'])
    expect(kinds(`${tag} and more`)[0]).toEqual(['tag', tag])
})

test('nothing but https becomes a link', () => {
  const hostile = [
    'javascript:alert(1)',
    'JaVaScRiPt://%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'http://example.com',
    'vbscript:x',
    '//example.com',
    'https://',
    'https://[',
    'xhttps://example.com',
  ]
  for (const text of hostile) expect(links(text), text).toEqual([])
})

test('a link that reads as one host and leads to another stays text', () => {
  expect(links('https://mayfly.example@evil.example/')).toEqual([])
  expect(links('https://user:secret@evil.example/')).toEqual([])
})

test('invisible characters end a link', () => {
  expect(links('https://example.com/\u202Egpj.exe')).toEqual([
    { kind: 'link', text: 'https://example.com/', href: 'https://example.com/' },
  ])
})

test.each([
  ['(see https://example.com/a).', 'https://example.com/a'],
  ['https://en.example.org/wiki/Wick_(candle)', 'https://en.example.org/wiki/Wick_(candle)'],
  ['“https://example.com/x”…', 'https://example.com/x'],
  ['https://example.com/?!', 'https://example.com/'],
  ['https://example.com/straße/日本', 'https://example.com/straße/日本'],
])('the link in %s is %s', (text, expected) => {
  expect(links(text).map((link) => link.text)).toEqual([expected])
})

test('an address of mail is no person, nor is a handle of another place, too short or too long', () => {
  for (const text of ['me@ada.example', '@ada@other.example', '@ab', `@${'a'.repeat(21)}`, '@adä', 'x.@ada'])
    expect(kinds(text), text).toEqual([['text', text]])
})

test('tags may be in any script, and are not numbers alone', () => {
  expect(kinds('#日本 #été2026')).toEqual([
    ['tag', '#日本'],
    ['text', ' '],
    ['tag', '#été2026'],
  ])
  expect(kinds('we are #1 &#39; a#b')).toEqual([['text', 'we are #1 &#39; a#b']])
})

test('whatever is typed, nothing is lost or added, and every link is https', () => {
  const pieces = fc.constantFrom(
    '@',
    '#',
    'ada',
    'https://',
    'example.com',
    '.',
    ')',
    '(',
    ' ',
    '\u202e',
    'é',
    '👩‍👩‍👧',
  )
  const typed = fc.oneof(
    fc.array(pieces).map((all) => all.join('')),
    fc.string({ unit: 'grapheme' }),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const stretches = linkify(text)
      expect(stretches.map((stretch) => stretch.text).join('')).toBe(text)
      for (const stretch of stretches) {
        expect(stretch.text).not.toBe('')
        if (stretch.kind === 'link') expect(new URL(stretch.href).protocol).toBe('https:')
      }
    }),
  )
})
