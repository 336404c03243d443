import type { Notification } from '@mayfly/contract/notifications'
import { expect, test } from 'vitest'
import { postFrom } from '../posts/post-for-tests.ts'
import { likeAt } from './notification-for-tests.ts'
import { whereTo } from './where-to.ts'

const END = Date.UTC(2026, 10, 23)
const like = likeAt(1, 2, END)
const post = postFrom({ expiresAt: END })
const ada = post.author

const to = (parts: Partial<Notification>) => whereTo({ ...like, people: [ada], ...parts }, 'me')

test('what was done to a post leads to the post', () => {
  expect(to({})).toEqual({ handle: 'me', postId: like.aboutId })
  expect(to({ kind: 'repost', count: 7 })).toEqual({ handle: 'me', postId: like.aboutId })
})

test('one reply or quote leads to itself, and several to what they answer', () => {
  for (const kind of ['reply', 'quote'] as const) {
    expect(to({ kind, post })).toEqual({ handle: 'ada', postId: post.id })
    expect(to({ kind, post, count: 2 })).toEqual({ handle: 'me', postId: like.aboutId })
  }
  expect(to({ kind: 'mention', post })).toEqual({ handle: 'ada', postId: post.id })
})

test('following leads to a person, and a notice nowhere', () => {
  expect(to({ kind: 'follow' })).toEqual({ handle: 'ada' })
  for (const kind of ['picture', 'moderation'] as const) expect(to({ kind, people: [] })).toBeUndefined()
})
