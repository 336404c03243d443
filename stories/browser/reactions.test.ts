import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, openJourney, phone, settled, signInByForm } from './journey.ts'

const like = (page: Page) => page.getByRole('button', { name: /^Like/ }).first()
const isPressed = (page: Page) => like(page).getAttribute('aria-pressed')

test.each([
  { where: 'on a desktop', viewport: { width: 1280, height: 900 } },
  { where: 'on a phone', viewport: phone },
])('seven quick presses on a slow line end as the last one says, $where', async ({ viewport }) => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const ben = await journey.as('ben')
  const { id } = await ada.createPost({ body: 'like me, like me not' })
  const page = await journey.visit({ viewport })
  await signInByForm(page, 'ben')
  await page.goto('/explore')
  await like(page).waitFor()
  await page.route('**/posts/*/like', async (route) => {
    await new Promise((done) => setTimeout(done, 500))
    await route.continue()
  })
  for (let press = 0; press < 7; press += 1) await like(page).click()
  expect(await isPressed(page)).toBe('true')
  expect(await like(page).getAttribute('aria-label')).toBe('Like, 1 like')
  await expect.poll(async () => (await ben.showPost({ id })).isLiked, { timeout: 10_000 }).toBe(true)
  await page.reload()
  await like(page).waitFor()
  await expect.poll(() => isPressed(page)).toBe('true')
  expect(await like(page).innerText()).toBe('1')
  expect((await ada.showPost({ id })).likeCount).toBe(1)
})

test('a like that the server refuses is taken back with one toast, however often it was pressed', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  await ada.createPost({ body: 'nobody can like me today' })
  const page = await journey.visit({ mayComplain: /500/ })
  await signInByForm(page, 'ada')
  await like(page).waitFor()
  const { promise: isEnough, resolve: answer } = Promise.withResolvers<void>()
  await page.route('**/posts/*/like', async (route) => {
    await isEnough
    const headers = { 'access-control-allow-origin': journey.siteOrigin }
    await route.fulfill({ status: 500, headers, body: '{}' })
  })
  for (let press = 0; press < 5; press += 1) await like(page).click()
  expect(await isPressed(page)).toBe('true')
  answer()
  const said = page.getByText('Not liked. The server answered 500.')
  await said.waitFor()
  expect(await isPressed(page)).toBe('false')
  expect(await like(page).getAttribute('aria-label')).toBe('Like, 0 likes')
  await page.waitForTimeout(500)
  expect(await said.count()).toBe(1)
})

test('a post is liked, reposted and bookmarked by key, and the first bookmark says that it fades', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const ben = await journey.as('ben')
  const { id } = await ada.createPost({ body: 'all by key' })
  const other = await ada.createPost({ body: 'another one' })
  const page = await journey.visit()
  await signInByForm(page, 'ben')
  await page.goto('/explore')
  await page.getByText('all by key').waitFor()
  await settled(page)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  for (const key of ['l', 't', 'b']) await page.keyboard.press(key)
  await page.getByText('Bookmarks fade too').waitFor()
  await expect
    .poll(async () => ben.showPost({ id }))
    .toMatchObject({ isLiked: true, isReposted: true, isBookmarked: true, likeCount: 1, repostCount: 1 })
  await page.keyboard.press('k')
  await page.keyboard.press('b')
  await expect.poll(async () => (await ben.showPost({ id: other.id })).isBookmarked).toBe(true)
  expect(await page.getByText('Bookmarks fade too').count()).toBe(1)
  await page.keyboard.press('j')
  for (const key of ['l', 't', 'b']) await page.keyboard.press(key)
  await expect
    .poll(async () => ben.showPost({ id }))
    .toMatchObject({ isLiked: false, isReposted: false, isBookmarked: false, likeCount: 0, repostCount: 0 })
})

test('an author sees on the page of their post when it was liked, and nobody else does', async () => {
  const journey = await openJourney()
  const [ada, ben] = [await journey.as('ada'), await journey.as('ben')]
  const { id } = await ada.createPost({ body: 'how does it do?', lifetime: '12-hours' })
  const page = await journey.visit({ viewport: phone })
  await signInByForm(page, 'ada')
  await page.goto(`/@ada/${id}`)
  const line = page.getByRole('region', { name: 'How it did' })
  await line.getByText('No echo yet: no likes, reposts or answers.').waitFor()
  const before = await line.boundingBox()
  await ben.likePost({ id })
  await page.reload()
  await line.getByText(/^Half of its echo came within \d+ minutes\.$/).waitFor()
  expect((await line.boundingBox())?.height).toBe(before?.height)
  await expectAccessible(page)
  await page.evaluate(() => localStorage.setItem('counts', 'hidden'))
  await page.reload()
  await page.getByRole('article').waitFor()
  await settled(page)
  await expect.poll(() => line.count()).toBe(0)

  const others = await journey.visit()
  await signInByForm(others, 'ben')
  await others.goto(`/@ada/${id}`)
  await others.getByRole('article').waitFor()
  await settled(others)
  await expect.poll(() => others.locator('.post-life').count()).toBe(0)
})

test('whoever is not signed in is led to the sign-in, and back to the post', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  await journey.as('ben')
  const post = await ada.createPost({ body: 'for everybody' })
  const page = await journey.visit({ viewport: phone })
  await page.goto(`/@ada/${post.id}`)
  await like(page).click()
  await page.waitForURL('**/signin?next=*')
  expect(new URL(page.url()).searchParams.get('next')).toBe(`/@ada/${post.id}`)
})
