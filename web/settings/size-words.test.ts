import { expect, it } from 'vitest'
import { sizeWords } from './size-words.ts'

it.each([
  [0, '0 bytes'],
  [640, '640 bytes'],
  [1_000, '1 KB'],
  [12_345, '12.3 KB'],
  [5_000_000, '5 MB'],
  [7_250_000_000_000, '7,250 GB'],
])('calls %i bytes "%s"', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words)
})
