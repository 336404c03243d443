import type { Notification } from '@mayfly/contract/notifications'

const id = (number: number) => `00000000-0000-8000-8000-${String(number).padStart(12, '0')}`

/** A like of a post that ends at this moment, in ms since 1970. What happened later has a higher number. */
export const likeAt = (number: number, about: number, end: number): Notification => ({
  kind: 'like',
  aboutId: id(about),
  place: id(number),
  people: [],
  count: 1,
  post: null,
  about: null,
  words: null,
  createdAt: '2026-11-23T07:18:12.000Z',
  expiresAt: new Date(end).toISOString(),
  isUnread: true,
})
