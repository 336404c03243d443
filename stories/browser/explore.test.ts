import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import {
  desktop,
  expectAccessible,
  expectNoSidewaysScroll,
  openJourney,
  phone,
  settled,
  signInByForm,
} from './journey.ts'

const MINUTE = 60_000

/** Posts, people and tags to find. */
async function peopled() {
  const journey = await openJourney()
  const [ada, ben, cleo] = await Promise.all(['ada', 'ben', 'cleo'].map((handle) => journey.as(handle)))
  for (let number = 0; number < 25; number += 1) await ada?.createPost({ body: `an ember, number ${number}` })
  const liked = await ben?.createPost({ body: 'the night train was late #nightTrain' })
  for (const guest of [ada, cleo]) await guest?.createPost({ body: 'late again #NightTrain' })
  await cleo?.likePost({ id: liked?.id ?? '' })
  await ada?.likePost({ id: liked?.id ?? '' })
  return journey
}

const posts = (page: Page) => page.getByRole('article')
const field = (page: Page) => page.getByRole('searchbox', { name: 'Search' })

/** Which of the posts on the page is whole in the middle of the window. */
const inView = (page: Page) =>
  posts(page).evaluateAll((articles) =>
    articles.findIndex((article) => article.getBoundingClientRect().top > window.innerHeight / 3),
  )

async function search(page: Page, words: string) {
  await field(page).fill(words)
  await field(page).press('Enter')
}

test.each([
  { size: 'desktop', viewport: desktop },
  { size: 'phone', viewport: phone },
])(
  'on a $size one finds posts, people and tags, and going back keeps the words and the place',
  async ({ viewport }) => {
    const journey = await peopled()
    const page = await journey.visit({ viewport })
    await page.goto('/explore')
    await posts(page).first().getByText('the night train was late').waitFor()
    await search(page, 'ember')
    await page.getByRole('heading', { name: 'Search', level: 1 }).waitFor()
    await page.getByRole('link', { name: 'Latest', exact: true }).click()
    await posts(page).first().getByText('an ember, number 24').waitFor()
    expect(new URL(page.url()).search).toBe('?q=ember&tab=latest')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)

    for (let step = 0; step < 6; step += 1) {
      await page.mouse.wheel(0, 400)
      await settled(page)
    }
    const before = await settled(page)
    expect(before).toBeGreaterThan(1_000)
    await posts(page)
      .nth(await inView(page))
      .getByRole('link', { name: /Fades in/ })
      .click()
    await page.getByRole('heading', { name: 'Post', level: 1 }).waitFor()
    await page.goBack()
    await posts(page).first().waitFor()
    expect(await field(page).inputValue()).toBe('ember')
    expect(Math.abs((await settled(page)) - before)).toBeLessThan(4)

    await search(page, 'be')
    await page.getByRole('link', { name: 'People', exact: true }).click()
    await page.getByRole('list', { name: 'People called be' }).getByRole('link', { name: 'Ben' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Tags', exact: true }).click()
    await page.getByText('No live post has a tag like #be').waitFor()
    await search(page, '#night')
    await page.getByRole('main').getByRole('link', { name: '#nighttrain 3 people' }).click()
    await page.getByRole('heading', { name: '#nighttrain', level: 1 }).waitFor()
    await expect.poll(() => posts(page).count()).toBe(3)
    await expectAccessible(page)
    await page.goBack()
    expect(await field(page).inputValue()).toBe('#night')
  },
)

test('where nothing is found, the page says why, and what may have been meant', async () => {
  const journey = await peopled()
  const page = await journey.visit({ mayComplain: /422/ })
  await page.goto('/explore?q=nightrain')
  await page.getByRole('heading', { name: 'Nothing burns with “nightrain”' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('region', { name: 'Did you mean' }).getByRole('link', { name: '#nighttrain' }).click()
  await posts(page).first().getByText('late again').waitFor()
  await page.goto('/explore?q=!%3F')
  await page.getByText('There is no word in it').waitFor()
  await page.goto('/explore?q=ember&tab=top')
  const current = page.getByRole('navigation', { name: 'What was found' }).locator('[aria-current="page"]')
  await expect.poll(() => current.allInnerTexts()).toEqual(['Top'])
  await page.goto('/explore?q=ember&tab=bottom&other=1')
  await posts(page).first().waitFor()
  expect(new URL(page.url()).search).toBe('?q=ember')
  await page.goto('/explore?q=nobody_like_this&tab=people')
  await page.getByText('Nobody is called “nobody_like_this”').waitFor()
  await page.goto(`/explore?q=${'a'.repeat(101)}`)
  await page.getByText('A search has at most 100 characters').waitFor()
  await page.goto('/tag/nothing')
  await page.getByText('Nothing burns with #nothing').waitFor()
  await expectAccessible(page)
})

test('a tag in a post leads to its posts, and trends are beside the page or, on a phone, above it', async () => {
  const journey = await peopled()
  journey.wait(MINUTE)
  const page = await journey.visit()
  await page.goto('/explore')
  const trends = page.getByRole('complementary').getByRole('region', { name: 'Burning now' })
  await trends.getByRole('link', { name: '#nighttrain 3 people' }).click()
  await page.getByRole('heading', { name: '#nighttrain', level: 1 }).waitFor()
  await posts(page).first().getByRole('link', { name: '#NightTrain' }).click()
  await page.waitForURL('**/tag/NightTrain')
  await page.getByRole('heading', { name: '#NightTrain', level: 1 }).waitFor()
  await page.setViewportSize(phone)
  await page.goto('/explore')
  await page.getByRole('main').getByRole('region', { name: 'Burning now' }).getByRole('link').click()
  await page.getByRole('heading', { name: '#nighttrain', level: 1 }).waitFor()
})

test('the keyboard searches from everywhere, and remembers for as long as the page is open', async () => {
  const journey = await peopled()
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  await field(page).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('night train')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/explore?q=night+train')
  await posts(page).first().getByText('the night train was late').waitFor()
  await field(page).fill('')
  await page
    .getByRole('region', { name: 'Recent searches' })
    .getByRole('button', { name: 'night train' })
    .click()
  await expect.poll(() => field(page).inputValue()).toBe('night train')
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  expect(kept).not.toContain('night train')
  await page.reload()
  await posts(page).first().waitFor()
  await field(page).fill('')
  await expect.poll(() => page.getByRole('region', { name: 'Recent searches' }).count()).toBe(0)

  await page.setViewportSize({ width: 800, height: 800 })
  await page.goto('/home')
  await page.getByRole('article').first().waitFor()
  await page.keyboard.press('/')
  await page.waitForURL('**/explore')
  await expect.poll(() => field(page).evaluate((one) => one === document.activeElement)).toBe(true)
})

test('the palette goes anywhere and does anything, by keyboard alone', async () => {
  const journey = await peopled()
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  const palette = page.getByRole('dialog', { name: 'Go anywhere, do anything' })
  const run = async (typed: string, first: string) => {
    await page.keyboard.press('Control+k')
    await palette.waitFor()
    await page.keyboard.type(typed)
    await palette.getByRole('option', { name: first, selected: true }).waitFor()
    await page.keyboard.press('Enter')
    await palette.waitFor({ state: 'detached' })
  }
  await page.keyboard.press('Control+k')
  await palette.waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Control+k')
  await palette.waitFor({ state: 'detached' })

  await run('export', 'Your data')
  await page.waitForURL('**/settings/data')
  await run('dark', 'Dark theme')
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
  await run('cleo', 'Cleo @cleo')
  await page.waitForURL('**/@cleo')
  await run('ember number', 'Posts with “ember number”')
  await page.waitForURL('**/explore?q=ember+number')
  await run('new p', 'New post')
  await page.getByRole('dialog', { name: 'New post' }).waitFor()
  await page.keyboard.press('Control+k')
  await expect.poll(() => palette.count()).toBe(0)
})
