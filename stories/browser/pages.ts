import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import {
  desktop,
  expectAccessible,
  expectNoSidewaysScroll,
  type Journey,
  openJourney,
  phone,
  settled,
} from './journey.ts'

interface Peopled {
  journey: Journey
  postId: string
  replyId: string
  groupId: string
}

/** A house in which every page has something to show. */
export async function peopled(): Promise<Peopled> {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const ben = await journey.as('ben')
  await ada.followPerson({ handle: 'ben' })
  await ben.createPost({
    body: 'fresh, with a #tag, a @ada and https://example.com/path',
    lifetime: '30-days',
  })
  await ben.createPost({ body: 'hidden', contentWarning: 'Spoilers', lifetime: '1-day' })
  await ben.createPost({ body: 'مرحبا 你好 👋🏽', lifetime: '3-days' })
  const post = await ada.createPost({ body: 'soon an ember', lifetime: '1-hour' })
  const reply = await ben.createPost({ body: 'a reply', replyTo: post.id })
  await ben.createPost({ body: 'as ada says', quoteOf: post.id })
  await ada.likePost({ id: post.id })
  await ben.repostPost({ id: post.id })
  await ada.likePost({ id: reply.id })
  await ada.bookmarkPost({ id: reply.id })
  await ada.repostPost({ id: reply.id })
  const { id } = await ben.startConversation({ handles: ['ada'] })
  await ben.sendMessage({ id, key: randomUUID(), body: 'soon an ember', lifetime: '1-hour' })
  await ada.sendMessage({ id, key: randomUUID(), body: `${'w'.repeat(300)} https://example.com/ @ben` })
  await journey.as('cleo')
  const group = await ada.startConversation({ handles: ['ben', 'cleo'] })
  await ben.sendMessage({ id: group.id, key: randomUUID(), body: 'مرحبا' })
  journey.wait(50 * 60_000)
  await ada.createPost({ body: 'w'.repeat(300) })
  return { journey, postId: post.id, replyId: reply.id, groupId: group.id }
}

/** The pages outside of the app, in English; in other languages they are in a folder of its name. */
export const documents = ['/', '/about', '/help', '/terms', '/privacy', '/accessibility']

/** What everybody can open. */
export const publicPages = [
  ...documents,
  '/signup',
  '/confirm',
  '/signin',
  '/forgot',
  '/reset',
  '/explore',
  '/explore?q=fresh',
  '/explore?tab=tags',
  '/tag/tag',
  '/@ben',
  '/@ben/followers',
  '/mailbox',
]

/** What is there for one who is signed in, as Ada. */
export const pagesOfAda = [
  '/home',
  '/notifications',
  '/home?feed=fading',
  '/bookmarks',
  '/drafts',
  '/settings',
  '/settings/profile',
  '/settings/account',
  '/settings/security',
  '/settings/sessions',
  '/settings/data',
  '/settings/delete',
  '/settings/notifications',
  '/settings/appearance',
  '/settings/calm',
  '/settings/accessibility',
  '/settings/privacy',
  '/settings/muted',
  '/@ada',
  '/@ada/likes',
  '/@ben',
  '/@ben/replies',
  '/@ben/media',
  '/@ben/followers',
  '/@ada/following',
  '/welcome',
  '/explore',
  '/explore?q=ben&tab=people',
  '/explore?tab=people',
  '/messages',
  '/messages/new',
  '/messages/@ben',
]

const narrow = { width: 320, height: 640 }

/** Accessible in both themes on a desktop and a phone, and never wider than the window, down to 320 pixels. */
export async function expectFitForAll(page: Page) {
  for (const viewport of [desktop, phone]) {
    await page.setViewportSize(viewport)
    await settled(page)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  }
  await page.setViewportSize(narrow)
  await settled(page)
  await expectNoSidewaysScroll(page)
  await page.setViewportSize(desktop)
}
