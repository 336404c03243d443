import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Guest } from '../guest.ts'
import { HOUR } from '../house.ts'
import { openJourney, settled, signInByForm } from './journey.ts'

const field = (page: Page) => page.getByLabel(/^Message to/)
const log = (page: Page) => page.getByRole('log')
const said = (page: Page, words: string) => log(page).locator('.message').filter({ hasText: words })

/** The words of all messages on the page, in their order. */
const bodies = (page: Page) => log(page).locator('.bubble-text').allInnerTexts()

/** Says many things in a row, so that the ids follow each other. */
async function sayAll(guest: Guest, id: string, words: readonly string[]) {
  for (const body of words) await guest.sendMessage({ id, key: randomUUID(), body })
}

const numbered = (count: number) => Array.from({ length: count }, (_, number) => `message number ${number}.`)

test('a message is there with the other one without a reload, is counted, and is seen', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  await journey.as('ben')
  const [ada, ben] = [await journey.visit(), await journey.visit()]
  await signInByForm(ada, 'ada')
  await signInByForm(ben, 'ben')
  await ada.goto('/@ben')
  await ada.getByRole('link', { name: 'Message', exact: true }).click()
  await ada.getByText('Nothing is said here now.').waitFor()
  await field(ada).fill('Are you there, @ben? https://example.com/ <b>now</b>')
  await ada.keyboard.press('Enter')
  await said(ada, 'Are you there').getByText('Sent', { exact: true }).waitFor()
  expect(await field(ada).inputValue()).toBe('')
  expect(await field(ada).evaluate((element) => element === document.activeElement)).toBe(true)

  await ben
    .getByRole('link', { name: /^Messages.*1 unread/ })
    .first()
    .waitFor()
  await expect.poll(() => ben.title()).toBe('(1) Home · Mayfly')
  await ben
    .getByRole('link', { name: /^Messages.*1 unread/ })
    .first()
    .click()
  await ben.getByRole('link', { name: /Ada.*Are you there/ }).click()
  await said(ben, '<b>now</b>').getByRole('link', { name: '@ben' }).waitFor()
  await said(ada, 'Are you there').getByText('Seen', { exact: true }).waitFor()
  await expect.poll(() => ben.title()).toBe('Ada · Mayfly')
  await expect.poll(() => ben.getByRole('link', { name: /unread/ }).count()).toBe(0)

  await ben.keyboard.type('Right here')
  await ben.keyboard.press('Enter')
  await said(ada, 'Right here').waitFor()
  await said(ben, 'Right here').getByText('Seen', { exact: true }).waitFor()
  expect(await bodies(ada)).toEqual(await bodies(ben))

  await log(ada).getByText('Today', { exact: true }).waitFor()
  await said(ada, 'Right here')
    .getByText(/fades in [67] days/)
    .waitFor()
  // Whoever is not told looks again only half a minute later.
  await field(ben).fill('And now?')
  await ben.keyboard.press('Enter')
  await said(ada, 'And now?').waitFor({ timeout: 15_000 })
})

test('what is typed and read stays where it is while messages come, at the end as well as above', async () => {
  const journey = await openJourney()
  const [ada, ben] = [await journey.as('ada'), await journey.as('ben')]
  const { id } = await ben.startConversation({ handles: ['ada'] })
  await sayAll(ben, id, numbered(70))
  const { items } = await ada.listMessages({ id })
  await ada.markRead({ id, messageId: items[0]?.id ?? '' })
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  await page.goto('/messages/@ben')
  await said(page, 'number 69.').waitFor()
  await field(page).fill('half a thought')
  await page.keyboard.press('ArrowLeft')
  await settled(page)
  const composer = await field(page).boundingBox()
  await ben.sendMessage({ id, key: randomUUID(), body: 'meanwhile' })
  await said(page, 'meanwhile').waitFor()
  expect(await field(page).boundingBox()).toEqual(composer)
  const caret = await field(page).evaluate((element) => (element as HTMLTextAreaElement).selectionStart)
  expect(caret).toBe('half a thought'.length - 1)
  expect(await endOf(page)).toBeLessThan(2)

  // Up to where the page before is read: it comes without moving what is read.
  const top = await log(page).evaluate((element) => {
    element.scrollTo(0, 500)
    const messages = [...element.querySelectorAll('.message')]
    return messages.find((message) => message.textContent.includes('number 35.'))?.getBoundingClientRect().top
  })
  await said(page, 'number 5.').waitFor({ state: 'attached' })
  await settled(page)
  expect((await said(page, 'number 35.').boundingBox())?.y).toBeCloseTo(top ?? 0, 0)
  const before = await said(page, 'number 25.').boundingBox()
  await ben.sendMessage({ id, key: randomUUID(), body: 'and one more' })
  await page.getByRole('button', { name: '1 new message' }).waitFor()
  expect(await said(page, 'number 25.').boundingBox()).toEqual(before)
  await field(page).fill('half a thought\nin\nfour\nlines')
  await settled(page)
  expect(await said(page, 'number 25.').boundingBox()).toEqual(before)
  await page.getByRole('button', { name: '1 new message' }).click()
  expect(await endOf(page)).toBeLessThan(2)
  await expect.poll(() => page.getByRole('button', { name: /new message/ }).count()).toBe(0)
})

/** How many pixels the log is away from its end. */
const endOf = (page: Page) =>
  log(page).evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop)

test('many unread messages open at the first of them, and count as read when the last was on screen', async () => {
  const journey = await openJourney()
  const [ada, ben] = [await journey.as('ada'), await journey.as('ben')]
  const { id } = await ben.startConversation({ handles: ['ada'] })
  await sayAll(ben, id, numbered(40))
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  await page.goto('/messages/@ben')
  await page.getByRole('button', { name: 'Newest' }).waitFor()
  const line = await log(page).getByText('New', { exact: true }).boundingBox()
  const top = await log(page).boundingBox()
  expect((line?.y ?? 0) - (top?.y ?? 0)).toBeLessThan(60)
  expect((await ada.countUnread({})).messages).toBe(40)
  await page.getByRole('button', { name: 'Newest' }).click()
  await expect.poll(async () => (await ada.countUnread({})).messages).toBe(0)
})

test('a message that burns down leaves its place to the others, and nothing of it stays', async () => {
  const journey = await openJourney()
  const [ben, cleo] = [await journey.as('ben'), await journey.as('cleo')]
  await journey.as('ada')
  const beside = await cleo.startConversation({ handles: ['ada'] })
  await cleo.sendMessage({ id: beside.id, key: randomUUID(), body: 'burns too', lifetime: '1-hour' })
  const { id } = await ben.startConversation({ handles: ['ada'] })
  await ben.sendMessage({ id, key: randomUUID(), body: 'above' })
  await ben.sendMessage({ id, key: randomUUID(), body: 'burns first', lifetime: '1-hour' })
  await ben.sendMessage({ id, key: randomUUID(), body: 'below' })
  const page = await journey.visit({ mayComplain: /ERR_INTERNET_DISCONNECTED|Failed to load/ })
  await page.clock.install()
  await signInByForm(page, 'ada')
  await page.goto('/messages/@ben')
  await said(page, 'below').waitFor()
  await page.getByRole('link', { name: /Cleo.*burns too/ }).waitFor()
  // Nothing is read anew: the page itself knows when their time is over.
  await page.context().setOffline(true)
  await settled(page)
  const boxes = async () => Promise.all(['above', 'below'].map((words) => said(page, words).boundingBox()))
  const before = await boxes()
  journey.wait(HOUR)
  await page.clock.fastForward(HOUR)
  await log(page).getByText('Faded').waitFor()
  await expect.poll(() => page.getByText('burns first').count()).toBe(0)
  await page.getByRole('link', { name: /Cleo.*Faded/ }).waitFor()
  await expect.poll(() => page.getByText('burns too').count()).toBe(0)
  expect(await boxes()).toEqual(before)
})
