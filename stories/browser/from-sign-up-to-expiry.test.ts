import { expect, test } from 'vitest'
import { HOUR } from '../house.ts'
import { openJourney, phone } from './journey.ts'

const MINUTE = 60_000

test.each([
  { where: 'on a desktop', viewport: { width: 1280, height: 900 } },
  { where: 'on a phone', viewport: phone },
])('a newcomer signs up $where, posts, watches it burn, and it is gone', async ({ viewport }) => {
  const journey = await openJourney()
  const page = await journey.visit({ viewport, mayComplain: /410 \(Gone\)|422/ })
  await page.clock.install()

  await page.goto('/')
  await page.getByRole('link', { name: 'Join Mayfly' }).first().click()
  await page.getByLabel('Name', { exact: true }).fill('Grace Hopper')
  expect(await page.getByLabel('Handle').inputValue()).toMatch(/^[a-z0-9_]{3,}$/)
  await page.getByLabel('Handle').fill('grace')
  await page.getByLabel('E-mail').fill('grace@guests.example')
  await page.getByLabel('Password', { exact: true }).fill('correct horse 1')
  await page.getByRole('button', { name: 'Join Mayfly' }).click()

  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()
  const right = journey.codeFor('grace@guests.example')
  await page.getByLabel('Code').fill(right === '111111' ? '222222' : '111111')
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByText('not the code that was sent').first().waitFor()

  const [mailbox] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: 'Open the local mailbox' }).click(),
  ])
  await mailbox.getByText(right).first().waitFor()
  await mailbox.close()
  await page.getByLabel('Code').fill(right)
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByRole('heading', { name: 'Welcome, Grace Hopper' }).waitFor()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'Go to your home' }).click()
  await page.waitForURL('**/home')

  await page.getByRole('button', { name: 'New post' }).first().click()
  await page.getByLabel('What would you like to say?').fill('First light, and nobody up yet.')
  await page.locator('label', { hasText: /^1 hour$/ }).click()
  await page.getByRole('button', { name: 'Post', exact: true }).last().click()
  const article = page.getByRole('article').filter({ hasText: 'First light' })
  await article.waitFor()
  expect(await article.getAttribute('data-stage')).toBe('fresh')
  const link = await article.getByRole('link', { name: /Fades in/ }).getAttribute('href')
  expect(link).toMatch(/^\/@grace\/[\da-f-]{36}$/)

  await letTimePass(52 * MINUTE)
  await expect.poll(() => article.getAttribute('data-stage')).toBe('ember')
  await article
    .getByText(/^[78] ?m/)
    .first()
    .waitFor()

  await page.getByRole('heading', { level: 1 }).click()
  await letTimePass(9 * MINUTE)
  await page.getByText('A post by @grace has faded').waitFor()
  await expect.poll(() => page.getByText('First light').count()).toBe(0)

  await page.goto(link ?? '')
  await page
    .getByText(/This post faded/)
    .first()
    .waitFor()
  await expect.poll(() => page.getByText('First light').count()).toBe(0)
  await page.goto('/home')
  await page.getByRole('heading', { name: 'Home' }).waitFor()
  await expect.poll(() => page.getByText('First light').count()).toBe(0)

  expect(await journey.functions['expire-posts']({})).toMatchObject({ removed: 1 })

  /** The house's clock and the browser's, together. */
  async function letTimePass(milliseconds: number) {
    journey.wait(milliseconds)
    await page.clock.fastForward(milliseconds)
  }
})

test('nothing of a page that a person may not see is left behind when its time is over', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const post = await ada.createPost({ body: 'a secret for an hour', lifetime: '1-hour' })
  const page = await journey.visit({ mayComplain: /410/ })
  await page.goto(`/@ada/${post.id}`)
  await page.getByText('a secret for an hour').waitFor()
  const stored = await page.evaluate(async () => ({
    local: JSON.stringify({ ...localStorage }),
    session: JSON.stringify({ ...sessionStorage }),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
  }))
  expect(stored).toEqual({ local: '{}', session: '{}', caches: [], workers: 0 })

  journey.wait(HOUR + 1000)
  await page.reload()
  await page
    .getByText(/This post faded/)
    .first()
    .waitFor()
  expect(await page.content()).not.toContain('a secret for an hour')
})
