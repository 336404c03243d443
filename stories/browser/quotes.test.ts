import { expect, test } from 'vitest'
import { HOUR } from '../house.ts'
import { expectAccessible, openJourney, phone, settled, signInByForm } from './journey.ts'

test.each([
  { where: 'on a desktop', viewport: { width: 1280, height: 900 } },
  { where: 'on a phone', viewport: phone },
])('a post is quoted from its menu $where, and fades in the quote by its own clock', async ({ viewport }) => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const ben = await journey.as('ben')
  const post = await ada.createPost({ body: 'quote me while I last', lifetime: '1-hour' })
  await ada.createPost({ body: 'the one on top' })
  const page = await journey.visit({ viewport })
  await page.clock.install()
  await signInByForm(page, 'ben')
  await page.goto('/explore')
  const quoted = page.getByRole('article').filter({ hasText: 'quote me' })
  await quoted.getByRole('button', { name: /^Repost/ }).click()
  await page.getByRole('menuitem', { name: 'Quote' }).click()
  const dialog = page.getByRole('dialog', { name: 'Quote' })
  await dialog.getByText('quote me while I last').waitFor()
  await dialog.getByLabel('What would you like to say?').fill('as she says')
  await settled(page)
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  const quote = page.getByRole('article').filter({ hasText: 'as she says' })
  await quote.getByText('quote me while I last').waitFor()
  const [stored] = (await ben.listQuotes({ id: post.id })).items
  expect(stored).toMatchObject({ body: 'as she says', quoteOf: post.id })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await settled(page)
  const top = page.getByRole('article').filter({ hasText: 'the one on top' })
  const before = await top.boundingBox()

  journey.wait(HOUR)
  await page.clock.fastForward(HOUR)
  await quote.getByText('A post that has faded').waitFor()
  expect(await quote.getByText('quote me while I last').count()).toBe(0)
  expect((await top.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0)
  await page.reload()
  await quote.getByText('A post that has faded').waitFor()
  await expectAccessible(page)
})

test('the address of a post pasted into the composer becomes a quote, and can be taken out again', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const post = await ada.createPost({ body: 'found by its address' })
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  await page.keyboard.press('n')
  const box = page.getByLabel('What would you like to say?')
  await box.fill('see: ')
  const paste = async () => {
    await page.evaluate(
      (text) => navigator.clipboard.writeText(text),
      `${journey.siteOrigin}/@ada/${post.id}`,
    )
    await page.keyboard.press('Control+v')
  }
  await paste()
  const preview = page.getByRole('region', { name: 'Quoted post' })
  await preview.getByText('found by its address').waitFor()
  expect(await box.inputValue()).toBe('see: ')
  await preview.getByRole('button', { name: 'Do not quote it' }).click()
  await preview.waitFor({ state: 'detached' })
  await box.focus()
  await paste()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect
    .poll(async () => (await ada.listQuotes({ id: post.id })).items, { timeout: 10_000 })
    .toMatchObject([{ body: 'see:' }])

  await page.goto(`/@ada/${post.id}`)
  await page.getByRole('link', { name: 'Quotes' }).click()
  await page.getByRole('feed', { name: 'Quotes' }).getByText('see:').waitFor()
})

test('who likes and who passes on a post is told on pages of their own', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const ben = await journey.as('ben')
  const { id } = await ada.createPost({ body: 'so popular' })
  await ben.likePost({ id })
  const page = await journey.visit({ viewport: phone })
  await page.goto(`/@ada/${id}`)
  await page.getByRole('link', { name: '1 like' }).click()
  await page.getByRole('listitem').getByRole('link', { name: 'Ben @ben' }).waitFor()
  await page.getByRole('link', { name: 'Reposts' }).click()
  await page.getByText('Nobody has passed this post on yet.').waitFor()
})
