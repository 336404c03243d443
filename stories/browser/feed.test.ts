import { expect, test } from 'vitest'
import { openJourney, signInByForm } from './journey.ts'

const MINUTE = 60_000

test('going back to the feed is going back to the same pixel, and new posts wait behind a pill', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  for (let number = 0; number < 60; number += 1) await ada.createPost({ body: `post number ${number}` })
  const page = await journey.visit()
  await page.clock.install()
  await signInByForm(page, 'ada')
  await page.getByRole('article').first().waitFor()
  for (let step = 0; step < 12; step += 1) {
    await page.mouse.wheel(0, 400)
    await page.waitForTimeout(120)
  }
  const place = () => page.evaluate(() => scrollY)
  const before = await place()
  expect(before).toBeGreaterThan(2_000)
  const articles = await page.getByRole('article').count()
  expect(articles).toBeLessThanOrEqual(25)

  const visible = page.getByRole('article').nth(Math.floor(articles / 2))
  await visible.getByRole('link', { name: /Fades in/ }).click()
  await page.getByRole('heading', { name: 'Post', level: 1 }).waitFor()
  await page.goBack()
  await page.getByRole('article').first().waitFor()
  await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThan(4)

  const ben = await journey.as('ben')
  await ada.followPerson({ handle: 'ben' })
  await ben.createPost({ body: 'hot off the press' })
  await letTimePass(2 * MINUTE)
  const pill = page.getByRole('button', { name: /1 new post/ })
  await pill.waitFor()
  expect(Math.abs((await place()) - before)).toBeLessThan(4)
  await pill.click()
  await page.getByText('hot off the press').waitFor()

  async function letTimePass(milliseconds: number) {
    journey.wait(milliseconds)
    await page.clock.fastForward(milliseconds)
  }
})
