import { DEFAULT_LIFETIME } from '@mayfly/contract/lifetimes'
import { expect, test } from 'vitest'
import { draftIn, draftKey, emptyDraft, isOrphan, isWorthKeeping } from './drafts.ts'
import { postFrom } from './post-for-tests.ts'

const ada = crypto.randomUUID()

test('each person has a draft for a new post and one for each post that they answer', () => {
  const one = postFrom({ expiresAt: Date.now() }).id
  const other = postFrom({ expiresAt: Date.now() }).id
  const keys = [
    draftKey(ada),
    draftKey(ada, { replyTo: one }),
    draftKey(ada, { replyTo: other }),
    draftKey(ada, { quoteOf: one }),
    draftKey(crypto.randomUUID()),
    draftKey(crypto.randomUUID(), { replyTo: one }),
  ]
  expect(new Set(keys).size).toBe(keys.length)
})

test('a draft is an orphan when the post that it answers has faded', () => {
  const now = new Date()
  const faded = postFrom({ expiresAt: now.getTime() - 1_000 })
  const live = postFrom({ expiresAt: now.getTime() + 2_000 })
  expect(isOrphan(draftKey(ada, { replyTo: faded.id }), now)).toBe(true)
  expect(isOrphan(draftKey(ada, { replyTo: live.id }), now)).toBe(false)
  expect(isOrphan(draftKey(ada, { quoteOf: faded.id }), now)).toBe(false)
  expect(isOrphan(draftKey(ada), now)).toBe(false)
  expect(isOrphan('something else entirely', now)).toBe(false)
})

test('what an older page kept is read as far as it makes sense', () => {
  expect(draftIn(undefined)).toBeUndefined()
  expect(draftIn('text')).toBeUndefined()
  expect(draftIn({ lifetime: '1-day' })).toBeUndefined()
  expect(draftIn({ body: 'Hi', lifetime: 'for ever', contentWarning: 7 })).toEqual({
    body: 'Hi',
    lifetime: DEFAULT_LIFETIME,
    contentWarning: null,
    language: null,
    quoteOf: null,
    replyTo: null,
    photos: [],
    sentAt: null,
  })
})

test('white space alone is not worth keeping, words of warning and photos are', () => {
  expect(isWorthKeeping({ ...emptyDraft, body: ' \n' })).toBe(false)
  expect(isWorthKeeping({ ...emptyDraft, contentWarning: '' })).toBe(false)
  expect(isWorthKeeping({ ...emptyDraft, contentWarning: 'Spoilers' })).toBe(true)
  expect(isWorthKeeping({ ...emptyDraft, body: 'x' })).toBe(true)
  const photo = { id: crypto.randomUUID(), alt: '', preview: undefined }
  expect(isWorthKeeping({ ...emptyDraft, photos: [photo] })).toBe(true)
})
