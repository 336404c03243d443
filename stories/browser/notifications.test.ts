import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { HOUR } from '../house.ts'
import { badge, busyAda, noBadge, row } from './busy-ada.ts'
import {
  desktop,
  expectAccessible,
  expectNoSidewaysScroll,
  openJourney,
  phone,
  settled,
  signInByForm,
} from './journey.ts'

test.each([
  ['a desktop', desktop],
  ['a phone', phone],
])('on %s one sees what happened, alike things together, and it is read then', async (_, viewport) => {
  const journey = await openJourney()
  await busyAda(journey)
  const page = await journey.visit({ viewport })
  await signInByForm(page, 'ada')
  await badge(page, 9).waitFor()
  await expect.poll(() => page.title()).toMatch(/^\(9\) Home/)
  await page
    .getByRole('link', { name: /^Notifications/ })
    .filter({ visible: true })
    .first()
    .click()
  await page.getByRole('heading', { name: 'Notifications', level: 1 }).waitFor()
  await row(page, 'Emil, Dora and 2 others liked your post').waitFor()
  for (const words of [
    'Ben reposted your post',
    'Ben follows you',
    'Ben replied to your post',
    'Ben quoted your post',
    'From the moderators',
  ])
    expect(await row(page, words).count()).toBe(1)
  expect(await row(page, 'Ben mentioned you').count()).toBe(2)
  await noBadge(page)
  await expect.poll(() => page.title()).toBe('Notifications · Mayfly')
  // What was unread stays marked while one looks.
  expect(await row(page, 'New:').count()).toBe(9)
  await settled(page)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await page.getByRole('link', { name: 'Conversations', exact: true }).click()
  await expect.poll(() => page.getByRole('article').count()).toBe(5)
  await page.getByRole('link', { name: 'Reactions', exact: true }).click()
  await row(page, 'liked your post').first().waitFor()
  await expect.poll(() => row(page, 'New:').count()).toBe(0)
  await page.reload()
  await row(page, 'Ben follows you').waitFor()
  await noBadge(page)
})

test('with keys alone one goes through them and opens them', async () => {
  const journey = await openJourney()
  const { long } = await busyAda(journey)
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await row(page, 'From the moderators').waitFor()
  await page.keyboard.press('j')
  await expectFocusOn(page, 'From the moderators')
  // A notice leads nowhere.
  await page.keyboard.press('Enter')
  await page.keyboard.press('j')
  await expectFocusOn(page, 'Have you seen this')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expectFocusOn(page, 'Have you seen this')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/@ben\//)
  await page.goBack()
  const likes = row(page, 'Emil, Dora and 2 others')
  await likes.focus()
  await page.keyboard.press('o')
  await page.waitForURL(`**/@ada/${long.id}`)
  await page.goBack()
  await row(page, 'Ben follows you').getByRole('link', { name: 'Ben' }).click()
  await page.waitForURL('**/@ben')
})

test('at its end a notification burns away in its place, and is gone the next time', async () => {
  const journey = await openJourney()
  await busyAda(journey)
  const page = await journey.visit()
  await page.clock.install()
  await signInByForm(page, 'ada')
  await page.goto('/notifications')
  await row(page, 'soon gone').waitFor()
  await settled(page)
  const below = () => row(page, 'Emil, Dora and 2 others').boundingBox()
  const before = await below()
  journey.wait(HOUR)
  await page.clock.fastForward(HOUR)
  await page.getByText('Your post has faded, and its likes with it').waitFor()
  await expect.poll(() => page.getByText('soon gone').count()).toBe(0)
  expect((await below())?.y).toBeCloseTo(before?.y ?? 0, 0)
  await page.reload()
  await row(page, 'Ben follows you').waitFor()
  await expect.poll(() => page.getByText('has faded').count()).toBe(0)
})

test('where nothing happened it says so, and where nothing can be read it says why, and how to go on', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  const page = await journey.visit({ mayComplain: /ERR_INTERNET_DISCONNECTED|Failed to load|503/ })
  await signInByForm(page, 'ada')
  for (const [path, words] of [
    ['/notifications', 'Replies, likes and new followers turn up here'],
    ['/notifications?tab=talk', 'Who replies to you, mentions you or quotes you'],
    ['/notifications?tab=reactions', 'Likes, reposts and new followers turn up here.'],
  ] as const) {
    await page.goto(path)
    await page.getByText(words).waitFor()
    await expectAccessible(page)
  }
  await page.goto('/home')
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor()
  await settled(page)
  await page.route('**/notifications?**', (route) => route.fulfill({ status: 503, body: '{}' }))
  await page
    .getByRole('link', { name: /^Notifications/ })
    .first()
    .click()
  const retry = page.getByRole('button', { name: 'Try again' })
  await retry.waitFor({ timeout: 20_000 })
  await expectAccessible(page)
  await page.unroute('**/notifications?**')
  await retry.click()
  await page.getByText('Nothing new').waitFor()
})

test('in the settings one chooses what one is told of, and a choice that is not kept is taken back', async () => {
  const journey = await openJourney()
  await busyAda(journey)
  const page = await journey.visit({ mayComplain: /503/ })
  await signInByForm(page, 'ada')
  await badge(page, 9).waitFor()
  await page.goto('/notifications')
  await page.getByRole('link', { name: 'Choose what you are told of' }).click()
  await page.getByRole('heading', { name: 'Notifications', level: 1 }).waitFor()
  const likes = page.getByRole('switch', { name: 'Likes' })
  await likes.click()
  await page.getByText('Reposts', { exact: true }).click()
  await settled(page)
  await expectAccessible(page)
  await page.goBack()
  await row(page, 'Ben follows you').waitFor()
  await expect.poll(() => row(page, /liked|reposted/).count()).toBe(0)

  await page.goto('/settings/notifications')
  await expect.poll(() => likes.isChecked()).toBe(false)
  await page.route('**/me/notifications', (route) =>
    route.request().method() === 'PUT' ? route.fulfill({ status: 503, body: '{}' }) : route.continue(),
  )
  await likes.click()
  await page.getByText(/^Not changed/).waitFor()
  await expect.poll(() => likes.isChecked()).toBe(false)
  await page.unroute('**/me/notifications')
  await likes.click()
  await page.getByRole('switch', { name: 'Only people I follow' }).click()
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Notifications/ })
    .click()
  await row(page, 'From the moderators').waitFor()
  await expect.poll(() => page.getByRole('article').count()).toBe(1)
})

async function expectFocusOn(page: Page, words: string) {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('article')?.textContent ?? ''))
    .toContain(words)
}
