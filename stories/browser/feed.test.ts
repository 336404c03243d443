import { expect, test } from 'vitest'
import { HOUR } from '../house.ts'
import { openJourney, settled, signInByForm } from './journey.ts'

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
    await settled(page)
  }
  const before = await settled(page)
  expect(before).toBeGreaterThan(4_000)
  const articles = await page.getByRole('article').count()
  expect(articles).toBeLessThanOrEqual(25)

  const visible = page.getByRole('article').nth(Math.floor(articles / 2))
  await visible.getByRole('link', { name: /Fades in/ }).click()
  await page.getByRole('heading', { name: 'Post', level: 1 }).waitFor()
  await page.goBack()
  await page.getByRole('article').first().waitFor()
  expect(Math.abs((await settled(page)) - before)).toBeLessThan(4)

  const ben = await journey.as('ben')
  await ada.followPerson({ handle: 'ben' })
  await ben.createPost({ body: 'hot off the press' })
  journey.wait(2 * MINUTE)
  await page.clock.fastForward(2 * MINUTE)
  await page.getByRole('button', { name: /1 new post/ }).waitFor()
  expect(Math.abs((await settled(page)) - before)).toBeLessThan(4)
  await page.keyboard.press('.')
  await page.getByText('hot off the press').waitFor()
})

test.each([
  { end: 'burns before one', passed: HOUR },
  { end: 'burnt while nobody looked', passed: HOUR + 2 * MINUTE },
])('when a post in the middle of a feed $end, its neighbours stay where they are', async ({ passed }) => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  await ada.createPost({ body: 'the one below', lifetime: '1-day' })
  await ada.createPost({ body: 'the one that burns. '.repeat(12), lifetime: '1-hour' })
  await ada.createPost({ body: 'the one above', lifetime: '1-day' })
  const page = await journey.visit()
  await page.clock.install()
  await page.goto('/explore')
  const boxes = () =>
    Promise.all(
      ['the one above', 'the one below'].map((words) =>
        page.getByRole('article').filter({ hasText: words }).boundingBox(),
      ),
    )
  await page.getByText('the one below').waitFor()
  await settled(page)
  const before = await boxes()
  journey.wait(passed)
  await page.clock.fastForward(passed)
  await page.getByText('A post by @ada has faded').waitFor()
  await expect.poll(() => page.getByText('the one that burns').count()).toBe(0)
  expect(await boxes()).toEqual(before.map(near))
})

/** The same place to the eye: Chromium's layout counts in 64ths of a pixel, and may round one more or less. */
function near(box: { x: number; y: number; width: number; height: number } | null) {
  if (box === null) throw new Error('A post has no place on the page.')
  return Object.fromEntries(Object.entries(box).map(([name, value]) => [name, expect.closeTo(value, 1)]))
}
