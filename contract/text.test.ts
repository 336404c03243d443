import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Draft } from './posts.ts'
import { countGraphemes, problemWithText } from './text.ts'

const family = '👨‍👩‍👧‍👦'

test('what a reader sees as one character counts as one', () => {
  expect(countGraphemes(family)).toBe(1)
  expect(countGraphemes('e\u0301')).toBe(1)
  expect(countGraphemes('नमस्ते')).toBeLessThanOrEqual(4)
})

test('a post of 300 characters is accepted and one of 301 refused, with the count in the sentence', () => {
  expect(Draft.safeParse({ body: family.repeat(300) }).success).toBe(true)
  const refused = Draft.safeParse({ body: family.repeat(301) })
  expect(refused.error?.issues[0]?.message).toBe('A post has at most 300 characters; this one has 301.')
})

test('a post has a limit in bytes as well', () => {
  const zalgo = `a${'\u0301'.repeat(4000)}`
  expect(problemWithText(zalgo, { what: 'A post', graphemes: 300, bytes: 8000 })).toContain('bytes')
})

test('what nobody can see is empty, and halves of characters are refused', () => {
  expect(Draft.safeParse({ body: ' \n\t ' }).error?.issues[0]?.message).toBe("A post can't be empty.")
  for (const unseen of ['\u200b', '\u00ad\u2060', '\u3164', '\u2800', '\u202e\u0007', '\ufe0f'])
    expect(Draft.safeParse({ body: unseen }).error?.issues[0]?.message).toBe("A post can't be empty.")
  expect(Draft.safeParse({ body: 'a\ud800b' }).success).toBe(false)
  expect(Draft.safeParse({ body: 'a\0b' }).success).toBe(false)
})

test('any text is either accepted or refused with a sentence', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (body) => {
      const parsed = Draft.safeParse({ body })
      if (!parsed.success) expect(parsed.error.issues[0]?.message).toMatch(/^A post .+\.$/)
    }),
  )
})
