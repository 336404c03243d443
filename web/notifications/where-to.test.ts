import type { Notification } from '@mayfly/contract/notifications'
import { expect, test } from 'vitest'
import { postFrom } from '../posts/post-for-tests.ts'
import { likeAt } from './notification-for-tests.ts'
import { whereTo } from './where-to.ts'

const END = Date.UTC(2026, 10, 23)
const like = likeAt(1, 2, END)
const mine = `/@me/${like.aboutId}`
const post = postFrom({ expiresAt: END })

const to = (parts: Partial<Notification>) => whereTo({ ...like, people: [post.author], ...parts }, 'me')

test('what was done to a post leads to the post', () => {
  expect(to({})).toBe(mine)
  expect(to({ kind: 'repost', count: 7 })).toBe(mine)
})

test('one thing that was written leads to itself, and several to where they are', () => {
  for (const kind of ['reply', 'quote', 'mention'] as const)
    expect(to({ kind, post })).toBe(`/@ada/${post.id}`)
  expect(to({ kind: 'reply', post, count: 2 })).toBe(mine)
  expect(to({ kind: 'quote', post, count: 2 })).toBe(`${mine}/quotes`)
})

test('one follower leads to them, several to all of them, and a notice nowhere', () => {
  expect(to({ kind: 'follow' })).toBe('/@ada')
  expect(to({ kind: 'follow', count: 2 })).toBe('/@me/followers')
  for (const kind of ['picture', 'moderation'] as const) expect(to({ kind, people: [] })).toBeUndefined()
})
