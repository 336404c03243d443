import { randomUUID } from 'node:crypto'
import type { Page, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, openJourney, signInByForm } from './journey.ts'

const provoked = /Failed to load|ERR_|503|CORS/

const field = (page: Page) => page.getByLabel(/^Message to/)
const said = (page: Page, words: string) =>
  page.getByRole('log').locator('.message').filter({ hasText: words })
const bodies = (page: Page) => page.getByRole('log').locator('.bubble-text').allInnerTexts()

/** Does something with what the page sends as messages, and lets everything else pass. */
async function onSending(page: Page, act: (route: Route) => Promise<void>) {
  await page.route('**/conversations/*/messages*', (route) =>
    route.request().method() === 'POST' ? act(route) : route.continue(),
  )
}

async function adaWritesToBen() {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const ben = await journey.as('ben')
  const page = await journey.visit({ mayComplain: provoked })
  await signInByForm(page, 'ada')
  await page.goto('/messages/@ben')
  await page.getByText('Nothing is said here now.').waitFor()
  const { id } = await ada.startConversation({ handles: ['ben'] })
  const heard = async () => (await ben.listMessages({ id })).items.map(({ body }) => body).reverse()
  return { journey, page, heard }
}

async function say(page: Page, ...words: string[]) {
  for (const body of words) {
    await field(page).fill(body)
    await page.keyboard.press('Enter')
    await said(page, body).waitFor()
  }
}

test('a message is on the page of its writer before the server has it, and says that it is on its way', async () => {
  const { page, heard } = await adaWritesToBen()
  const { promise: going, resolve: letGo } = Promise.withResolvers<void>()
  await onSending(page, async (route) => {
    await going
    await route.continue()
  })
  await say(page, 'here I come')
  await said(page, 'here I come').getByText('Sending…').waitFor()
  expect(await heard()).toEqual([])
  letGo()
  await said(page, 'here I come').getByText('Sent', { exact: true }).waitFor()
  expect(await bodies(page)).toEqual(['here I come'])
})

test('what is said without a line goes out by itself when it is back, once and in order', async () => {
  const { page, heard } = await adaWritesToBen()
  await page.context().setOffline(true)
  await say(page, 'one', 'two', 'three')
  await said(page, 'one').getByText('It goes out by itself when it can.').waitFor()
  expect(await heard()).toEqual([])
  await page.context().setOffline(false)
  await said(page, 'three').getByText('Sent', { exact: true }).waitFor()
  expect(await heard()).toEqual(['one', 'two', 'three'])
  expect(await bodies(page)).toEqual(['one', 'two', 'three'])
  await say(page, 'four')
  await said(page, 'four').getByText('Sent', { exact: true }).waitFor()
  await page.reload()
  await said(page, 'four').waitFor()
  expect(await bodies(page)).toEqual(['one', 'two', 'three', 'four'])
})

test('what could not be sent is still there after a reload, and goes out from any page', async () => {
  const { page, heard } = await adaWritesToBen()
  await onSending(page, (route) => route.abort('connectionrefused'))
  await say(page, 'first', 'second')
  await said(page, 'first').getByText('Not sent.').waitFor()
  await page.reload()
  await said(page, 'second').getByText('Not sent.').waitFor()
  expect(await bodies(page)).toEqual(['first', 'second'])
  await page.unrouteAll()
  await page.goto('/explore')
  await expect.poll(heard).toEqual(['first', 'second'])
  await page.goto('/messages/@ben')
  await said(page, 'second').getByText('Sent', { exact: true }).waitFor()
  expect(await bodies(page)).toEqual(['first', 'second'])
})

test('a message whose answer was lost is tried again, and is one message', async () => {
  const { page, heard } = await adaWritesToBen()
  let isLost = true
  await onSending(page, async (route) => {
    if (!isLost) return route.continue()
    isLost = false
    await route.fetch()
    await route.abort('connectionreset')
  })
  await say(page, 'said once')
  await expect.poll(heard).toEqual(['said once'])
  await expect.poll(() => bodies(page)).toEqual(['said once'])
  await say(page, 'and this')
  await said(page, 'and this').getByText('Sent', { exact: true }).waitFor()
  expect(await heard()).toEqual(['said once', 'and this'])
  expect(await bodies(page)).toEqual(['said once', 'and this'])
})

test('a message that is refused says why, and can be tried again or removed', async () => {
  const { page, heard, journey } = await adaWritesToBen()
  await onSending(page, (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      headers: { 'access-control-allow-origin': journey.siteOrigin },
      body: JSON.stringify({ code: 'conflict', detail: 'Not just now.' }),
    }),
  )
  await say(page, 'wanted', 'unwanted')
  await said(page, 'wanted').first().getByText('Not sent. Not just now.').waitFor()
  await expectAccessible(page)
  await said(page, 'unwanted').getByRole('button', { name: 'Remove' }).click()
  await said(page, 'unwanted').waitFor({ state: 'detached' })
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Try again' }).click()
  await said(page, 'wanted').getByText('Sent', { exact: true }).waitFor()
  expect(await heard()).toEqual(['wanted'])
})

test('what is half written is kept for its writer, and a message that is too long says so and stays', async () => {
  const { page, heard } = await adaWritesToBen()
  await field(page).fill('half a thought')
  await page.getByRole('button', { name: /^Burns for/ }).click()
  await page.getByText('3 hours', { exact: true }).click()
  await expect.poll(() => keptOn(page)).toEqual([expect.stringMatching(/^message-draft /)])
  await page.reload()
  await expect.poll(() => field(page).inputValue()).toBe('half a thought')
  await page.getByRole('button', { name: 'Burns for 3 hours' }).waitFor()

  await field(page).fill('👨‍👩‍👧‍👦'.repeat(1001))
  await page.getByText('A message has at most 1000 characters; this one has 1001.').waitFor()
  await page.keyboard.press('Control+Enter')
  expect(await page.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true)
  await expect.poll(() => page.getByRole('log').locator('.message').count()).toBe(0)
  await field(page).fill('👨‍👩‍👧‍👦'.repeat(1000))
  await page.keyboard.press('Control+Enter')
  await expect.poll(heard).toEqual(['👨‍👩‍👧‍👦'.repeat(1000)])
  await page.reload()
  await page.getByRole('log').locator('.message').waitFor()
  expect(await field(page).inputValue()).toBe('')
  expect(await keptOn(page)).toEqual([])
})

test('each conversation has a draft of its own, also when one goes from one to the other at once', async () => {
  const { journey, page } = await adaWritesToBen()
  for (const handle of ['ben', 'cleo']) {
    const guest = await journey.as(handle)
    const { id } = await guest.startConversation({ handles: ['ada'] })
    await guest.sendMessage({ id, key: randomUUID(), body: 'hello' })
  }
  const names = ['Ben', 'Cleo']
  const open = (name: string) => page.getByRole('link', { name: new RegExp(`${name}.*hello`) }).click()
  const fieldTo = (name: string) => page.getByLabel(`Message to ${name}`)
  for (const name of names) {
    await open(name)
    await fieldTo(name).fill(`for ${name}`)
  }
  for (const name of names) {
    await open(name)
    await expect.poll(() => fieldTo(name).inputValue()).toBe(`for ${name}`)
  }
})

/** The names of all that this browser keeps of drafts and unsent messages. */
const keptOn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const opening = indexedDB.open('keyval-store')
        opening.onsuccess = () => {
          const reading = opening.result.transaction('keyval').objectStore('keyval').getAllKeys()
          reading.onsuccess = () => done(reading.result.map(String))
        }
      }),
  )
