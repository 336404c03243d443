import { randomUUID } from 'node:crypto'
import { newsId } from '@mayfly/domain/notifications'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Journey } from './journey.ts'

/** How many are unread, in the navigation. */
export const badge = (page: Page, count: number) =>
  page.getByRole('link', { name: new RegExp(`^Notifications.*${count} unread`) }).first()

export const noBadge = (page: Page) =>
  expect
    .poll(() => page.getByRole('link', { name: /^Notifications.*unread/ }).count(), { timeout: 20_000 })
    .toBe(0)

/** Notifications with these words. */
export const row = (page: Page, words: string | RegExp) =>
  page.getByRole('article').filter({ hasText: words })

/** Ada, to whom something of each kind has happened. */
export async function busyAda(journey: Journey) {
  const [ada, ...others] = await Promise.all(
    ['ada', 'ben', 'cleo', 'dora', 'emil'].map((handle) => journey.as(handle)),
  )
  const [ben] = others
  if (!ada || !ben) throw new Error('Somebody is missing.')
  const long = await ada.createPost({
    body: 'The hallway is the best part of a conference. '.repeat(5),
    lifetime: '3-days',
  })
  const short = await ada.createPost({ body: 'soon gone', lifetime: '1-hour' })
  for (const guest of others) await guest.likePost({ id: long.id })
  await ben.repostPost({ id: long.id })
  await ben.likePost({ id: short.id })
  await ben.followPerson({ handle: 'ada' })
  await ben.createPost({ body: 'It is! Also the second best.', replyTo: long.id })
  await ben.createPost({ body: 'As Ada says', quoteOf: long.id })
  await ben.createPost({ body: 'how it ends, @ada', contentWarning: 'Spoilers', lifetime: '1-day' })
  await ben.createPost({ body: 'Have you seen this, @ada? '.repeat(10) })
  await journey.stores.notifications.insert({
    toId: ada.id,
    aboutId: randomUUID(),
    id: newsId('moderation', journey.now(), 1n),
    words: 'A post of yours was removed because it showed somebody’s address.',
  })
  return { ada, ben, long, short }
}
