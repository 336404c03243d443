import { expect, test } from 'vitest'
import { badge, busyAda, noBadge, row } from './busy-ada.ts'
import { openJourney, phone, settled, signInByForm } from './journey.ts'

test('what happens while one looks waits behind a pill, and nothing moves before it is pressed', async () => {
  const journey = await openJourney()
  const { ada, ben } = await busyAda(journey)
  for (let number = 0; number < 30; number += 1) await ben.createPost({ body: `@ada, number ${number}` })
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  await page.goto('/notifications')
  await page.getByRole('article').first().waitFor()
  await noBadge(page)
  for (let step = 0; step < 6; step += 1) {
    await page.mouse.wheel(0, 400)
    await settled(page)
  }
  const before = await settled(page)
  expect(before).toBeGreaterThan(1500)
  expect(await page.getByRole('article').count()).toBeLessThan(25)

  const { id } = await ada.createPost({ body: 'and one more' })
  await ben.likePost({ id })
  await ben.createPost({ body: 'to which I say', replyTo: id })
  await page.getByRole('button', { name: '2 new notifications' }).waitFor({ timeout: 20_000 })
  await badge(page, 2).waitFor()
  expect(Math.abs((await settled(page)) - before)).toBeLessThan(4)

  const middle = page.getByRole('article').nth(4)
  await middle.getByRole('link', { name: /Fades in/ }).click()
  await page.getByRole('heading', { name: 'Post', level: 1 }).waitFor()
  await page.goBack()
  await page.getByRole('button', { name: '2 new notifications' }).waitFor()
  expect(Math.abs((await settled(page)) - before)).toBeLessThan(4)

  await page.keyboard.press('.')
  await row(page, 'to which I say').waitFor()
  await noBadge(page)
  expect(await settled(page)).toBe(0)
  await expect.poll(() => page.getByRole('button', { name: /new notifications/ }).count()).toBe(0)
})

test('whoever comes again sees what happened since at once, and on all devices it is read', async () => {
  const journey = await openJourney()
  const { ben, long } = await busyAda(journey)
  const [desk, mobile] = [await journey.visit(), await journey.visit({ viewport: phone })]
  for (const page of [desk, mobile]) await signInByForm(page, 'ada')
  await desk.goto('/notifications')
  await row(desk, 'From the moderators').waitFor()
  await noBadge(mobile)
  await desk.keyboard.press('g')
  await desk.keyboard.press('h')
  await desk.getByRole('heading', { name: 'Home', level: 1 }).waitFor()
  await ben.createPost({ body: 'I have more to say', replyTo: long.id })
  await badge(desk, 1).waitFor({ timeout: 20_000 })
  await badge(mobile, 1).waitFor({ timeout: 20_000 })
  await desk.keyboard.press('g')
  await desk.keyboard.press('n')
  await row(desk, 'I have more to say').waitFor()
  expect(await desk.getByRole('article').first().innerText()).toContain('I have more to say')
  expect(await row(desk, 'New:').count()).toBe(1)
  await noBadge(desk)
  await noBadge(mobile)
})
