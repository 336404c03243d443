import { Refusal } from '@mayfly/contract/refusal'
import { expect, it } from 'vitest'
import { sentenceFor } from './sentence-for.ts'

it("passes on the server's own sentence", () => {
  expect(sentenceFor(new Refusal('conflict', 'This handle is taken.'))).toBe('This handle is taken.')
})

it('says that the line is broken when a fetch fails', () => {
  expect(sentenceFor(new TypeError('Failed to fetch'))).toContain("can't be reached")
})

it('has a sentence for what is no error at all', () => {
  expect(sentenceFor(undefined)).toBe('Something went wrong. Please try again.')
})
