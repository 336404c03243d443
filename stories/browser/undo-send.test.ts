import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, openJourney, phone, settled, signInByForm } from './journey.ts'

const provoked = /Failed to load|ERR_|410/

const box = (page: Page) => page.getByLabel('What would you like to say?')
const compose = (page: Page) => page.getByRole('button', { name: 'New post' }).first().click()
const outgoing = (page: Page) => page.getByRole('region', { name: 'Post on its way' })

test.each([
  { where: 'on a desktop', viewport: { width: 1280, height: 900 } },
  { where: 'on a phone', viewport: phone },
])(
  'a post is seen at once, taken back within its five seconds, and sent again, $where',
  async ({ viewport }) => {
    const journey = await openJourney()
    const ada = await journey.as('ada')
    const page = await journey.visit({ viewport })
    await signInByForm(page, 'ada')
    await page.getByRole('button', { name: 'New post' }).last().click()
    await box(page).fill('perhaps too soon')
    await page.locator('label', { hasText: /^1 hour$/ }).click()
    await page.keyboard.press('Control+Enter')
    await outgoing(page).getByText('perhaps too soon').waitFor()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await outgoing(page).getByRole('button', { name: 'Take it back' }).click()
    await expect.poll(() => box(page).inputValue()).toBe('perhaps too soon')
    expect(await page.getByRole('radio', { name: '1 hour' }).isChecked()).toBe(true)
    await expect.poll(() => outgoing(page).count()).toBe(0)
    await page.waitForTimeout(5_500)
    expect((await ada.homeFeed({})).items).toEqual([])

    await box(page).fill('just in time')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('article').filter({ hasText: 'just in time' }).waitFor()
    await expect.poll(() => outgoing(page).count()).toBe(0)
    expect((await ada.homeFeed({})).items).toMatchObject([{ body: 'just in time', lifetime: '1-hour' }])
    await page.getByRole('button', { name: 'New post' }).last().click()
    await box(page).waitFor()
    await settled(page)
    expect(await box(page).inputValue()).toBe('')
  },
)

test('whoever leaves the page has said it, and finds no draft of it', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  await compose(page)
  await box(page).fill('said in passing')
  await page.keyboard.press('Control+Enter')
  await outgoing(page).waitFor()
  await page.goto('/about')
  await expect.poll(async () => (await ada.homeFeed({})).items).toMatchObject([{ body: 'said in passing' }])
  await page.clock.install({ time: Date.now() + 20_000 })
  journey.wait(20_000)
  await page.goto('/drafts')
  await page.getByText('Nothing begun').waitFor()
})

test('what did not go out comes back with the reason, and is kept when something else is written', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const page = await journey.visit({ mayComplain: provoked })
  await signInByForm(page, 'ada')
  await page.route(/\/posts$/, (route) => route.abort('connectionrefused'))
  await compose(page)
  await box(page).fill('against the wall')
  await page.keyboard.press('Control+Enter')
  await outgoing(page).waitFor()
  const dialog = page.getByRole('dialog')
  await dialog.getByText("Mayfly can't be reached").waitFor()
  expect(await box(page).inputValue()).toBe('against the wall')

  await page.keyboard.press('Control+Enter')
  await outgoing(page).waitFor()
  await compose(page)
  await box(page).fill('another thought')
  await page.getByText('Not posted.').waitFor()
  await page.unroute(/\/posts$/)
  await page.keyboard.press('Escape')
  await page.goto('/drafts')
  await page.getByRole('button', { name: /another thought/ }).waitFor()
  await page.getByRole('button', { name: /against the wall/ }).click()
  await expect.poll(() => box(page).inputValue()).toBe('against the wall')
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await ada.homeFeed({})).items.length, { timeout: 10_000 }).toBe(1)
})

test('a post whose answer was lost is tried again, and is one post', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const page = await journey.visit({ mayComplain: provoked })
  await signInByForm(page, 'ada')
  let isLost = true
  await page.route(/\/posts$/, async (route) => {
    if (!isLost || route.request().method() !== 'POST') return route.continue()
    isLost = false
    await route.fetch()
    await route.abort('connectionreset')
  })
  await compose(page)
  await box(page).fill('said once')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').getByText("Mayfly can't be reached").waitFor()
  await expect.poll(async () => (await ada.homeFeed({})).items.length).toBe(1)

  const answered = page.waitForResponse((response) => response.request().method() === 'POST' && response.ok())
  await page.keyboard.press('Control+Enter')
  await answered
  await page.getByRole('feed').getByText('said once').waitFor()
  expect((await ada.homeFeed({})).items).toHaveLength(1)
  await page.goto('/drafts')
  await page.getByText('Nothing begun').waitFor()
})

test('drafts are put by, found again, thrown away and fetched back', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const ben = await journey.as('ben')
  const post = await ben.createPost({ body: 'what do you think?' })
  const page = await journey.visit({ viewport: phone })
  await signInByForm(page, 'ada')
  await page.getByRole('button', { name: 'New post' }).last().click()
  await box(page).fill('one for later')
  await page.getByRole('button', { name: 'Discard draft' }).click()
  await page.getByRole('button', { name: 'Keep for later' }).click()
  await page.getByText('Kept in your drafts.').waitFor()
  await page.goto(`/@ben/${post.id}`)
  await page
    .getByRole('button', { name: /^Reply/ })
    .first()
    .click()
  await page.getByLabel('Your reply').fill('half an answer')
  await page.getByText('Draft saved').waitFor()
  await page.getByRole('dialog').getByRole('link', { name: 'Drafts' }).click()
  await page.getByRole('heading', { name: 'Drafts', level: 1 }).waitFor()
  const draft = (words: string) => page.getByRole('listitem').filter({ hasText: words })
  await draft('one for later').getByText('Post · burns for 7 days').waitFor()
  await draft('half an answer').getByText('Reply · burns for 7 days').waitFor()
  await expectAccessible(page)

  await draft('one for later').getByRole('button', { name: 'Discard draft' }).click()
  await draft('one for later').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await draft('one for later').waitFor()
  await draft('half an answer')
    .getByRole('button', { name: /half an answer/ })
    .click()
  await page.getByRole('dialog', { name: 'Reply' }).getByText('what do you think?').waitFor()
  await page.keyboard.press('Control+Enter')
  await expect
    .poll(async () => (await ada.listReplies({ id: post.id })).items, { timeout: 10_000 })
    .toMatchObject([{ body: 'half an answer' }])
  await draft('half an answer').waitFor({ state: 'detached' })
})
