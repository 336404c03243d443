import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparable, wordsOf } from './words.ts'

test('words are compared without case, accents and width', () => {
  expect(wordsOf('Été, ÉTÉ & été!')).toEqual(['ete', 'ete', 'ete'])
  expect(wordsOf('ｍａｙｆｌｙ')).toEqual(['mayfly'])
  expect(comparable('#Straße')).toBe('straße')
})

test('words are found where no spaces are', () => {
  expect(wordsOf('東京の夜')).toContain('東京')
  expect(wordsOf('สวัสดีครับ').length).toBeGreaterThan(1)
})

test('what is no word is left out', () => {
  expect(wordsOf('… 👩‍👩‍👧 -- !?')).toEqual([])
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
