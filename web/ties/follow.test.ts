import type { Person } from '@mayfly/contract/people'
import { expect, test } from 'vitest'
import { withFollow } from './follow.ts'

const wren: Person = {
  id: crypto.randomUUID(),
  handle: 'wren',
  displayName: 'Wren',
  avatarId: null,
  bio: '',
  bannerId: null,
  createdAt: new Date().toISOString(),
  postCount: 0,
  followerCount: 7,
  followingCount: 0,
  isFollowed: false,
  followsYou: false,
  isMuted: false,
}

test('following counts once, however often it is pressed, and back again', () => {
  const followed = withFollow(withFollow(wren, true), true)
  expect(followed).toMatchObject({ isFollowed: true, followerCount: 8 })
  expect(withFollow(followed, false)).toEqual(wren)
})
