import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, openJourney, phone, settled, signInByForm } from './journey.ts'

const field = (page: Page) => page.getByLabel(/^Message to/)
const said = (page: Page, words: string) =>
  page.getByRole('log').locator('.message').filter({ hasText: words })

test('a group is found, started, written to and left with the keyboard alone', async () => {
  const journey = await openJourney()
  const ben = await journey.as('ben')
  await journey.as('ada')
  await journey.as('cleo')
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await page.getByRole('heading', { name: 'Messages', level: 1 }).waitFor()
  await page.goto('/messages/new')
  const search = page.getByRole('combobox')
  await search.waitFor()
  await page.keyboard.type('zzz')
  await page.getByText('Nobody is called like this.').waitFor()
  for (const name of ['ben', 'cle']) {
    await search.fill(name)
    await page.getByRole('option').first().waitFor()
    await expectAccessible(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  await page.getByRole('button', { name: 'Take out Cleo' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('3 people').waitFor()
  await page.keyboard.type('first line')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('second line')
  await page.keyboard.press('Control+Enter')
  await said(page, 'first line\nsecond line').getByText('Sent', { exact: true }).waitFor()
  const latest = async () => (await ben.listConversations({})).items[0]
  await expect.poll(latest, { timeout: 10_000 }).toMatchObject({
    isGroup: true,
    lastMessage: { body: 'first line\nsecond line' },
  })
  const group = await latest()

  await page.getByRole('button', { name: 'Conversation options' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('l')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Leave this group?' }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('You have left the group.').waitFor()
  await page.getByText('Nobody here yet').waitFor()
  expect((await ben.showConversation({ id: group?.id ?? '' })).members).toHaveLength(2)
})

test('the handle that somebody left opens the conversation under the one they have', async () => {
  const journey = await openJourney()
  const ben = await journey.as('ben')
  await journey.as('ada')
  await ben.changeHandle({ handle: 'benjamin' })
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  await page.goto('/messages/@ben')
  await page.waitForURL('**/messages/@benjamin')
  await field(page).fill('found you')
  await page.keyboard.press('Control+Enter')
  await said(page, 'found you').getByText('Sent', { exact: true }).waitFor()
})

test('a long list is read on the way down, and is where it was after a conversation', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  const handles = Array.from({ length: 24 }, (_, number) => `guest_${number}`)
  for (const handle of handles) {
    const guest = await journey.as(handle)
    const { id } = await guest.startConversation({ handles: ['ada'] })
    await guest.sendMessage({ id, key: randomUUID(), body: `hello from ${handle}.` })
  }
  const page = await journey.visit({ viewport: phone })
  await signInByForm(page, 'ada')
  await page.goto('/messages')
  const last = page.getByRole('link', { name: /hello from guest_0\./ })
  await last.scrollIntoViewIfNeeded()
  const place = await settled(page)
  expect(place).toBeGreaterThan(500)
  await last.click()
  await said(page, 'hello from guest_0.').waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: 'Messages', level: 1 }).waitFor()
  expect(await settled(page)).toBe(place)
})

test('from 1024 pixels on a conversation stands beside the list, and below that it is a page of its own', async () => {
  const journey = await openJourney()
  const ben = await journey.as('ben')
  await journey.as('ada')
  const { id } = await ben.startConversation({ handles: ['ada'] })
  await ben.sendMessage({ id, key: randomUUID(), body: 'hello from ben' })
  const page = await journey.visit({ viewport: { width: 1024, height: 800 } })
  await signInByForm(page, 'ada')
  await page.goto('/messages')
  const list = page.getByRole('region', { name: 'Conversations' })
  await list.getByRole('link', { name: /hello from ben/ }).click()
  await said(page, 'hello from ben').waitFor()
  const [left, right] = [await list.boundingBox(), await page.getByRole('log').boundingBox()]
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0)
  await page.setViewportSize({ width: 1023, height: 800 })
  await expect.poll(() => list.isVisible()).toBe(false)
  expect(await said(page, 'hello from ben').isVisible()).toBe(true)
  await page.getByRole('button', { name: 'Back' }).click()
  await list.getByRole('link', { name: /hello from ben/ }).waitFor()
  await expect.poll(() => page.getByRole('log').count()).toBe(0)
})

test('on a phone the list and a conversation are pages of their own, and Enter begins a new line', async () => {
  const journey = await openJourney()
  const [ada, ben] = [await journey.as('ada'), await journey.as('ben')]
  const { id } = await ben.startConversation({ handles: ['ada'] })
  await ben.sendMessage({ id, key: randomUUID(), body: 'hello from ben' })
  const page = await journey.visit({ viewport: phone })
  await signInByForm(page, 'ada')
  await page
    .getByRole('navigation', { name: 'Tabs' })
    .getByRole('link', { name: /^Messages/ })
    .click()
  await page.getByRole('link', { name: /hello from ben/ }).click()
  await said(page, 'hello from ben').waitFor()
  expect(await page.getByRole('navigation', { name: 'Tabs' }).isVisible()).toBe(false)
  await field(page).click()
  await page.keyboard.type('one')
  await page.keyboard.press('Enter')
  await page.keyboard.type('two')
  await page.getByRole('button', { name: /^Burns for 7 days/ }).click()
  await page.getByText('1 hour', { exact: true }).click()
  await page.getByRole('button', { name: 'Send' }).click()
  await said(page, 'one\ntwo').getByText('Sent', { exact: true }).waitFor()
  const [sent] = (await ada.listMessages({ id })).items
  expect(sent).toMatchObject({ body: 'one\ntwo', lifetime: '1-hour' })
  await page.getByRole('button', { name: /^Burns for 7 days/ }).waitFor()

  await page.getByRole('button', { name: 'Message options' }).last().click()
  await page.getByRole('menuitem', { name: 'Delete for everybody' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await said(page, 'one\ntwo').waitFor()
  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByRole('heading', { name: 'Messages', level: 1 }).waitFor()
})
