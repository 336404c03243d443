import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Guest } from '../guest.ts'
import { HOUR } from '../house.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openJourney,
  phone,
  settled,
  signInByForm,
} from './journey.ts'

const small = { width: 360, height: 740 }

/** Answers answers, one below the other. */
async function writeChain(guests: Guest[], replyTo: string, words: string[]) {
  const written: string[] = [replyTo]
  for (const [index, body] of words.entries()) {
    const guest = guests[index % guests.length] as Guest
    written.push((await guest.createPost({ body, replyTo: written.at(-1) ?? '' })).id)
  }
  return written.slice(1)
}

const articleOf = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words })

test.each([
  { where: 'on a desktop', viewport: { width: 1280, height: 900 } },
  { where: 'on a small phone', viewport: small },
])('a thread is read four deep and answered at any depth, $where', async ({ viewport }) => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const ben = await journey.as('ben')
  const post = await ada.createPost({ body: 'who is awake?' })
  const [, , , fourth] = await writeChain([ben, ada], post.id, [
    'I am',
    'why?',
    'the moon',
    'what moon?',
    'that',
  ])
  await ben.createPost({ body: 'a sibling of the first', replyTo: post.id })
  const page = await journey.visit({ viewport })
  await signInByForm(page, 'ada')
  await page.goto(`/@ada/${post.id}`)
  const deepest = articleOf(page, 'what moon?')
  await deepest.waitFor()
  await settled(page)
  await expectNoSidewaysScroll(page)
  const words = await deepest.locator('.post-body').boundingBox()
  expect(words?.width).toBeGreaterThan(200)
  const order = await page.getByRole('article').locator('.post-body').allInnerTexts()
  expect(order).toEqual(['who is awake?', 'I am', 'why?', 'the moon', 'what moon?', 'a sibling of the first'])
  await expectAccessible(page)

  await deepest.getByRole('button', { name: /^Reply/ }).click()
  await page.getByRole('dialog').getByLabel('Your reply').fill('the one up there')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect
    .poll(async () => (await ada.listReplies({ id: fourth ?? '' })).items.map(({ body }) => body), {
      timeout: 10_000,
    })
    .toEqual(['that', 'the one up there'])
  await page.getByRole('link', { name: 'Continue this thread' }).click()
  await page.waitForURL(`**/${fourth}`)
  await articleOf(page, 'the one up there').waitFor()
  await articleOf(page, 'who is awake?').waitFor({ state: 'attached' })
})

test('a press at the moment in which scrolling stops is a press', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const post = await ada.createPost({ body: 'who is awake?' })
  await writeChain([ada], post.id, ['I am', 'why?', 'the moon', 'what moon?'])
  const page = await journey.visit({ viewport: small })
  await signInByForm(page, 'ada')
  await page.goto(`/@ada/${post.id}`)
  await articleOf(page, 'what moon?').waitFor()
  await settled(page)
  const heard = await page.evaluate(async () => {
    const row = document.querySelector('.thread-replies article')
    const frames: boolean[] = []
    scrollBy(0, 40)
    while (frames.length < 20) {
      await new Promise(requestAnimationFrame)
      const { x, y } = row?.getBoundingClientRect() ?? new DOMRect()
      frames.push(document.elementFromPoint(x + 5, y + 5)?.closest('article') === row)
    }
    return frames
  })
  expect(heard).not.toContain(false)
})

test('what a post answers comes in above it, and nothing that is looked at moves', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const ben = await journey.as('ben')
  const post = await ada.createPost({ body: 'the beginning of it' })
  await writeChain([ben, ada], post.id, ['second', 'third', 'the one that is opened'])
  const page = await journey.visit({ viewport: phone })
  await page.goto('/@ben/replies')
  await page.route('**/posts/*/thread', async (route) => {
    await new Promise((done) => setTimeout(done, 700))
    await route.continue()
  })
  await articleOf(page, 'the one that is opened')
    .getByRole('link', { name: /Fades in/ })
    .click()
  await page.getByRole('heading', { name: 'Post', level: 1 }).waitFor()
  const opened = articleOf(page, 'the one that is opened')
  await opened.waitFor()
  await expect.poll(() => articleOf(page, 'third').count()).toBe(0)
  const before = await opened.boundingBox()
  await articleOf(page, 'third').waitFor({ state: 'attached' })
  await settled(page)
  expect((await opened.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0)
  await page.mouse.wheel(0, -5_000)
  await articleOf(page, 'the beginning of it').waitFor()
  await articleOf(page, 'the beginning of it')
    .getByRole('link', { name: /Fades in/ })
    .click()
  await expect.poll(() => page.getByRole('article').locator('.post-body').allInnerTexts()).toHaveLength(4)
})

test('a reply that fades leaves its line, the others stay where they are, and so do stubs of what is gone', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const ben = await journey.as('ben')
  const post = await ada.createPost({ body: 'a long fire' })
  const brief = await ben.createPost({ body: 'a short one', replyTo: post.id, lifetime: '1-hour' })
  await ada.createPost({ body: 'below the short one', replyTo: brief.id })
  const lasting = await ben.createPost({ body: 'one that lasts', replyTo: post.id })
  const below = await ada.createPost({ body: 'below what lasts', replyTo: lasting.id })
  const page = await journey.visit()
  await page.clock.install()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(`/@ada/${post.id}`)
  const last = articleOf(page, 'one that lasts')
  await last.waitFor()
  await settled(page)
  const before = await last.boundingBox()
  journey.wait(HOUR)
  await page.clock.fastForward(HOUR)
  await page.getByText('A post by @ben has faded').waitFor()
  await page.getByText('A post by @ada has faded').waitFor()
  expect((await last.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0)
  await page.reload()
  await last.waitFor()
  await expect.poll(() => page.getByText('has faded').count()).toBe(0)

  await ben.deletePost({ id: lasting.id })
  await page.reload()
  const place = page.getByRole('region', { name: 'Replies' }).getByText('A reply that was deleted')
  await place.waitFor()
  await articleOf(page, 'below what lasts').waitFor()
  await expectAccessible(page)
  await page.goto(`/@ada/${below.id}`)
  await articleOf(page, 'a long fire').waitFor({ state: 'attached' })
  await page.getByText('A post that is not to be seen').waitFor({ state: 'attached' })
  await articleOf(page, 'below what lasts').waitFor()
  await expectAccessible(page)
})

test('of many replies more are read on the way, and those below each on request, by keyboard too', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const post = await ada.createPost({ body: 'everybody answers' })
  const first = await ada.createPost({ body: 'the first', replyTo: post.id })
  for (let number = 1; number <= 5; number += 1)
    await ada.createPost({ body: `below number ${number}`, replyTo: first.id })
  for (let number = 1; number <= 23; number += 1)
    await ada.createPost({ body: `answer number ${number}.`, replyTo: post.id })
  const page = await journey.visit()
  await page.goto(`/@ada/${post.id}`)
  const more = page.getByRole('button', { name: 'Show more replies' })
  await more.focus()
  await page.keyboard.press('Enter')
  await articleOf(page, 'below number 5').waitFor()
  await more.waitFor({ state: 'detached' })
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('article')?.textContent ?? ''))
    .toContain('below number 4')
  for (let step = 0; step < 12; step += 1) {
    await page.mouse.wheel(0, 500)
    await settled(page)
  }
  await articleOf(page, 'answer number 23.').waitFor()
  await page.getByText('All replies burn with this post, at the latest.').waitFor()
})
