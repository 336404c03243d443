import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparable, wordsOf } from './words.ts'

test('words are compared without case, accents and width', () => {
  expect(wordsOf('Été, ÉTÉ & été!')).toEqual(['ete', 'ete', 'ete'])
  expect(wordsOf('ｍａｙｆｌｙ')).toEqual(['mayfly'])
  expect(comparable('#Straße')).toBe('straße')
})

test('marks that make another letter stay', () => {
  expect(wordsOf('バス パス')).toEqual(['バス', 'パス'])
  expect(comparable('की')).not.toBe(comparable('का'))
  expect(comparable('שָׁלוֹם')).toBe('שלום')
})

test('the parts of an address or a name are words', () => {
  expect(wordsOf('https://example.com/a_path note:this')).toEqual([
    'https',
    'example',
    'com',
    'a',
    'path',
    'note',
    'this',
  ])
})

test('an apostrophe is an apostrophe', () => {
  expect(wordsOf('don’t')).toEqual(wordsOf("don't"))
})

test('a word without end is compared by its beginning', () => {
  expect(comparable('ﷺ'.repeat(300))).toHaveLength(64)
  expect([...comparable('𝒜𠮷'.repeat(300))]).toHaveLength(64)
})

test('words are found where no spaces are', () => {
  expect(wordsOf('東京の夜')).toContain('東京')
  expect(wordsOf('สวัสดีครับ').length).toBeGreaterThan(1)
})

test('what is no word is left out', () => {
  expect(wordsOf('… -- !? ·')).toEqual([])
})

test('an emoji is a word', () => {
  expect(wordsOf('🎃🎃 👩‍👩‍👧, ❤️ 🇩🇪')).toEqual(['🎃', '🎃', '👩‍👩‍👧', '❤', '🇩🇪'])
})

test('whatever is typed, a compared word compares as itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const word of wordsOf(text)) {
        expect(word).not.toBe('')
        expect(comparable(word)).toBe(word)
      }
    }),
  )
})
