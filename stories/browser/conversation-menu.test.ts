import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, openJourney, signInByForm } from './journey.ts'

const said = (page: Page, words: string) =>
  page.getByRole('log').locator('.message').filter({ hasText: words })

async function choose(page: Page, item: string | RegExp) {
  await page.getByRole('button', { name: 'Conversation options' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** Ada and Ben, who have both said something, with the page of each. */
async function adaAndBen() {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const ben = await journey.as('ben')
  const { id } = await ada.startConversation({ handles: ['ben'] })
  await ada.sendMessage({ id, key: randomUUID(), body: 'said by ada' })
  await ben.sendMessage({ id, key: randomUUID(), body: 'said by ben' })
  const page = await journey.visit({ mayComplain: /403|404/ })
  await signInByForm(page, 'ada')
  await page.goto('/messages/@ben')
  await said(page, 'said by ben').waitFor()
  return { journey, ada, ben, id, page }
}

test('a deleted message leaves every page, and can come back only for a moment', async () => {
  const { journey, ben, id, page } = await adaAndBen()
  const bens = await journey.visit()
  await signInByForm(bens, 'ben')
  await bens.goto('/messages/@ada')
  await said(bens, 'said by ada').waitFor()
  await said(bens, 'said by ada').hover()
  await said(bens, 'said by ada').getByRole('button', { name: 'Message options' }).click()
  await bens.getByRole('menuitem', { name: 'Copy text' }).waitFor()
  await expect.poll(() => bens.getByRole('menuitem', { name: 'Delete for everybody' }).count()).toBe(0)
  await bens.keyboard.press('Escape')

  await said(page, 'said by ada').hover()
  await said(page, 'said by ada').getByRole('button', { name: 'Message options' }).click()
  await page.getByRole('menuitem', { name: 'Delete for everybody' }).click()
  await said(page, 'said by ada').waitFor({ state: 'detached' })
  await said(bens, 'said by ada').waitFor({ state: 'detached' })
  expect((await ben.listMessages({ id })).items.map(({ body }) => body)).toEqual(['said by ben'])
})

test('how long messages live can be chosen for one, and for the conversation', async () => {
  const { ada, id, page } = await adaAndBen()
  await page.getByRole('button', { name: 'Burns for 7 days' }).click()
  await page.getByText('1 day', { exact: true }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Use for this conversation' }).click()
  await expect.poll(async () => (await ada.showConversation({ id })).lifetime).toBe('1-day')
  await choose(page, 'How long messages live')
  const dialog = page.getByRole('dialog', { name: 'How long messages live' })
  await dialog.getByText('3 hours', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Set' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Burns for 3 hours' }).waitFor()
  await page.getByLabel('Message to Ben').fill('for three hours')
  await page.keyboard.press('Enter')
  await said(page, 'for three hours').getByText('Sent', { exact: true }).waitFor()
  expect((await ada.listMessages({ id })).items[0]?.lifetime).toBe('3-hours')
})

test('a conversation of two is emptied for oneself, after a question, and comes back with the next message', async () => {
  const { ben, id, page } = await adaAndBen()
  await choose(page, 'Empty it for you')
  const dialog = page.getByRole('dialog', { name: 'Empty this conversation?' })
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Empty it' }).click()
  await page.getByText('Nobody here yet').waitFor()
  expect((await ben.listMessages({ id })).items).toHaveLength(2)
  await ben.sendMessage({ id, key: randomUUID(), body: 'still there?' })
  await page.getByRole('link', { name: /still there\?/ }).click()
  await said(page, 'still there?').waitFor()
  await expect.poll(() => said(page, 'said by').count()).toBe(0)
})

test('whoever is blocked reaches one no more, until it is undone', async () => {
  const { ben, id, page } = await adaAndBen()
  const write = () =>
    ben.sendMessage({ id, key: randomUUID(), body: 'hello?' }).then(
      () => 'sent',
      () => 'refused',
    )
  await choose(page, 'Block @ben')
  await page.getByText('@ben is blocked').waitFor()
  await page.waitForURL('**/messages')
  expect(await write()).toBe('refused')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(write, { timeout: 10_000 }).toBe('sent')
  await page.getByRole('link', { name: /hello\?/ }).waitFor()
})
