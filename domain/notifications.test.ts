import { NotificationKind } from '@mayfly/contract/notifications'
import { expect, test } from 'vitest'
import { creationOf, expiryOf } from './expiring-id.ts'
import { kindsIn, newsId } from './notifications.ts'

test('every kind is under one of the two filters, and all are under all', () => {
  const halves = [...kindsIn('talk'), ...kindsIn('reactions')]
  expect(halves.toSorted()).toEqual(NotificationKind.options.toSorted())
  expect(kindsIn('all').toSorted()).toEqual(halves.toSorted())
})

test('what says something is talk, and what is pressed is a reaction', () => {
  expect(kindsIn('talk')).toContain('mention')
  expect(kindsIn('reactions')).toEqual(['like', 'repost', 'follow'])
})

test('news carry their time and their end, on a whole second that is never later than due', () => {
  const now = new Date('2026-11-23T07:18:12.345Z')
  const id = newsId('follow', now, 1n)
  expect(creationOf(id)).toEqual(now)
  expect(expiryOf(id)).toEqual(new Date('2026-12-23T07:18:12.000Z'))
  expect(expiryOf(newsId('picture', now, 1n))).toEqual(new Date('2026-11-24T07:18:12.000Z'))
})
