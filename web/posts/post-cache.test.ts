import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { queryClient } from '../use-api.ts'
import { changePost, forgetPost, keepPosts, knownPost } from './post-cache.ts'
import { postFrom } from './post-for-tests.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  queryClient.clear()
  vi.useRealTimers()
})

test('a post is purged soon after its end, without anybody looking, and its neighbour stays', () => {
  const short = postFrom({ expiresAt: Date.now() + 10_000 })
  const long = postFrom({ expiresAt: Date.now() + 3_600_000 })
  keepPosts([long, short])
  vi.advanceTimersByTime(9_000)
  expect(knownPost(short.id)).toBeDefined()
  vi.advanceTimersByTime(60_000)
  expect(knownPost(short.id)).toBeUndefined()
  expect(knownPost(long.id)).toBeDefined()
})

test('a post that lives for a month is kept to its end, and no longer', () => {
  const post = postFrom({ expiresAt: Date.now() + 30 * 24 * 3_600_000 })
  keepPosts([post])
  vi.advanceTimersByTime(29 * 24 * 3_600_000)
  expect(knownPost(post.id)).toBeDefined()
  vi.advanceTimersByTime(2 * 24 * 3_600_000)
  expect(knownPost(post.id)).toBeUndefined()
})

test('what is kept last is the truth, and what is forgotten is changed no more', () => {
  const post = postFrom({ expiresAt: Date.now() + 10_000 })
  keepPosts([post])
  keepPosts([{ ...post, replyCount: 1 }])
  changePost(post.id, (known) => ({ ...known, replyCount: known.replyCount + 1 }))
  expect(knownPost(post.id)?.replyCount).toBe(2)
  forgetPost(post.id)
  changePost(post.id, (known) => ({ ...known, replyCount: 9 }))
  expect(knownPost(post.id)).toBeUndefined()
})

test('of a post that is quoted nothing stays past its own end, though the one that quotes it lives on', () => {
  const { id, author, body, contentWarning, language, photos } = postFrom({ expiresAt: Date.now() + 10_000 })
  const quote = postFrom({ expiresAt: Date.now() + 3_600_000 })
  keepPosts([
    { ...quote, quoteOf: id, quoted: { id, author, body, contentWarning, language, photos, mutedFor: null } },
  ])
  vi.advanceTimersByTime(9_000)
  expect(knownPost(quote.id)?.quoted?.body).toBe('Hello')
  vi.advanceTimersByTime(2_000)
  expect(knownPost(quote.id)).toMatchObject({ quoteOf: id, quoted: null })
})
