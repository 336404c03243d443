import fc from 'fast-check'
import { expect, test } from 'vitest'
import { postFrom } from './post-for-tests.ts'
import { hasReacted, withReaction } from './reactions.ts'

const post = { ...postFrom({ expiresAt: Date.now() + 60_000 }), likeCount: 3, repostCount: 1 }

test('a reaction counts once, however often it is pressed, and is gone when it is taken back', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('like' as const, 'repost' as const, 'bookmark' as const),
      fc.array(fc.boolean(), { minLength: 1 }),
      (reaction, presses) => {
        const pressed = presses.reduce((known, isSet) => withReaction(known, reaction, isSet), post)
        expect(hasReacted(pressed, reaction)).toBe(presses.at(-1))
        expect(withReaction(pressed, reaction, false)).toEqual(post)
      },
    ),
  )
})

test('a like and a repost are counted, a bookmark is for oneself', () => {
  expect(withReaction(post, 'like', true)).toEqual({ ...post, isLiked: true, likeCount: 4 })
  expect(withReaction(post, 'repost', true)).toEqual({ ...post, isReposted: true, repostCount: 2 })
  expect(withReaction(post, 'bookmark', true)).toEqual({ ...post, isBookmarked: true })
})
