import { expect, test } from 'vitest'
import {
  desktop,
  expectAccessible,
  expectNoSidewaysScroll,
  type Journey,
  openJourney,
  phone,
  signInByForm,
} from './journey.ts'

const narrow = { width: 320, height: 640 }

async function peopled(): Promise<{ journey: Journey; postId: string }> {
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
  await ben.createPost({ body: 'a reply', replyTo: post.id })
  journey.wait(50 * 60_000)
  await ada.createPost({ body: 'w'.repeat(300) })
  return { journey, postId: post.id }
}

const publicPages = [
  '/',
  '/about',
  '/help',
  '/terms',
  '/privacy',
  '/accessibility',
  '/signup',
  '/confirm',
  '/signin',
  '/forgot',
  '/reset',
  '/explore',
  '/@ben',
  '/mailbox',
]

test('every public page is accessible in both themes, at every size, and never scrolls sideways', async () => {
  const { journey, postId } = await peopled()
  for (const viewport of [desktop, phone, narrow]) {
    const page = await journey.visit({ viewport })
    for (const path of [...publicPages, `/@ada/${postId}`]) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.waitForLoadState('networkidle')
      if (viewport !== narrow) await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    }
  }
})

test('every page of one who is signed in is, too', async () => {
  const { journey } = await peopled()
  for (const viewport of [desktop, phone, narrow]) {
    const page = await journey.visit({ viewport })
    await signInByForm(page, 'ada')
    for (const path of ['/home', '/settings', '/@ada', '/explore']) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.waitForLoadState('networkidle')
      if (viewport !== narrow) await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    }
    await page.getByRole('button', { name: 'New post' }).first().click()
    await page.getByRole('dialog').waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  }
})

test('an address that leads nowhere says so, kindly', async () => {
  const { journey } = await peopled()
  const page = await journey.visit({ mayComplain: /404|410/ })
  for (const path of [
    '/nowhere',
    '/@nobody_here',
    '/@ada/01890a5d-ac96-774b-bcce-b302099a8057',
    '/@ada/not-an-id',
  ]) {
    await page.goto(path)
    await page
      .getByRole('heading', { name: /gone|faded|nobody|never was/i })
      .first()
      .waitFor()
    await expectAccessible(page)
  }
})

test('the keyboard reaches everything: a post is written and read without a mouse', async () => {
  const { journey } = await peopled()
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  await page.getByRole('article').first().waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByText('New post').first().waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await expect
    .poll(() =>
      page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName),
    )
    .toMatch(/article/i)
  await page.keyboard.press('n')
  await page.getByLabel('What would you like to say?').waitFor()
  await page.keyboard.type('typed with j and k and n')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('article').filter({ hasText: 'typed with j and k and n' }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await page.waitForURL('**/explore')
})
