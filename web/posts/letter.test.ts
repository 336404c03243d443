import { limits } from '@mayfly/contract/limits'
import { expect, test } from 'vitest'
import { emptyDraft } from './drafts.ts'
import { problemWith } from './letter.ts'

const draftOf = (body: string, contentWarning: string | null = null) => ({
  ...emptyDraft,
  body,
  contentWarning,
})

test('what the form says about a long post are the words of the contract', () => {
  expect(problemWith(draftOf('a'.repeat(limits.postGraphemes)))).toBeUndefined()
  expect(problemWith(draftOf('a'.repeat(limits.postGraphemes + 1)))).toBe(
    `A post has at most ${limits.postGraphemes} characters; this one has ${limits.postGraphemes + 1}.`,
  )
})

test('a warning that is still without words is none, and one that is too long is refused', () => {
  expect(problemWith(draftOf('Hello', '  '))).toBeUndefined()
  expect(problemWith(draftOf('Hello', 'a'.repeat(limits.contentWarningGraphemes + 1)))).toMatch(
    /^A content warning has at most/,
  )
})
