import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asksForNothing, parseMuted, parseSearch, plainWords } from './search.ts'
import { comparable } from './words.ts'

const nothing = { phrases: [], tags: [], authors: [] }
const phrase = (...words: string[]) => ({ words, isOpen: false })
const open = (...words: string[]) => ({ words, isOpen: true })

test('each word is asked for, and the last one may go on', () => {
  expect(parseSearch('Night TRAINS')).toEqual({ ...nothing, phrases: [phrase('night'), open('trains')] })
  expect(parseSearch('plan b')).toEqual({ ...nothing, phrases: [phrase('plan'), phrase('b')] })
})

test('words in quotes belong together, also while the end of the quote is missing', () => {
  const together = { ...nothing, phrases: [phrase('the', 'night', 'train'), open('home')] }
  expect(parseSearch('"the night train" home')).toEqual(together)
  expect(parseSearch('“The night train” home')).toEqual(together)
  expect(parseSearch('home "the night')).toEqual({
    ...nothing,
    phrases: [phrase('home'), phrase('the', 'night')],
  })
})

test('tags and authors are told from words', () => {
  expect(parseSearch('from:@Ada #Été, rain')).toEqual({
    phrases: [open('rain')],
    tags: ['ete'],
    authors: ['ada'],
  })
  expect(parseSearch('from:x #1 ')).toEqual({ ...nothing, phrases: [phrase('from', 'x'), phrase('1')] })
  expect(parseSearch('"from:ada"').authors).toEqual([])
})

test('what is written without spaces is one phrase, in every script', () => {
  expect(parseSearch('東京の夜').phrases).toMatchObject([{ words: ['東京', 'の', '夜'], isOpen: true }])
  expect(parseSearch('example.com/path').phrases).toMatchObject([{ words: ['example', 'com', 'path'] }])
})

test('what has no words asks for nothing', () => {
  for (const text of ['', '  ', '"', '""', '#', 'from:', '… !?'])
    expect([text, asksForNothing(parseSearch(text)), parseSearch(text).authors]).toEqual([
      text,
      text !== 'from:',
      [],
    ])
})

test('without its signs a search is what somebody may be called', () => {
  expect(plainWords('from:@Ada "night  train" #home')).toBe('Ada night train home')
  expect(plainWords('"#"')).toBe('')
})

test('a muted word is its words together, or the tag that it names', () => {
  expect(parseMuted('the Finale')).toEqual({ tags: [], phrases: [phrase('the', 'finale')] })
  expect(parseMuted('#Finale')).toEqual({ tags: ['finale'], phrases: [] })
  expect(parseMuted('🎃')).toEqual({ tags: [], phrases: [phrase('🎃')] })
  expect(parseMuted('!?')).toEqual({ tags: [], phrases: [] })
})

const typed = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('"', '#', '@', ':', "'", '\\', '&', '|', '!', '*', '<', '-', '(', ' ', 'a', '東'),
  }),
  fc
    .array(fc.constantFrom('from:ada', '#tag', '"', '“two words”', "it's", '夜', ' ', 'été'))
    .map((parts) => parts.join('')),
)

test('whatever is typed, what is asked for is words that compare as themselves, and again the same', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const search = parseSearch(text)
      for (const { words } of search.phrases) expect(words.length).toBeGreaterThan(0)
      for (const word of [...search.phrases.flatMap(({ words }) => words), ...search.tags]) {
        expect(word).not.toBe('')
        expect(comparable(word)).toBe(word)
      }
      expect(parseSearch(text)).toEqual(search)
    }),
  )
})
