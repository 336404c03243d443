import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { somePeople } from './few-people.ts'
import { expectAccessible, signInByForm } from './journey.ts'

test('who is muted is in no feed until it is undone, and their profile says so', async () => {
  const { journey, ada } = await somePeople()
  for (const handle of ['ben', 'cleo']) await ada.followPerson({ handle })
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  const byBen = page.getByRole('article').filter({ hasText: 'by Ben' })
  await openMenu(page, 'by Ben', 'Mute @ben')
  await byBen.waitFor({ state: 'detached' })
  await page.getByRole('article').filter({ hasText: 'by Cleo' }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await byBen.waitFor()

  await page.goto('/@ben')
  await page.getByRole('button', { name: 'More about @ben' }).click()
  await page.getByRole('menuitem', { name: 'Mute @ben' }).click()
  await page.getByText('You have muted @ben.').waitFor()
  await byBen.waitFor()
  await expectAccessible(page)
  for (const path of ['/home', '/explore']) {
    await page.goto(path)
    await page.getByRole('article').filter({ hasText: 'by Cleo' }).waitFor()
    await expect.poll(() => byBen.count()).toBe(0)
  }

  await page.goto('/settings/muted')
  await page.getByRole('button', { name: 'Unmute @ben' }).click()
  await page.getByRole('button', { name: 'Mute @ben' }).waitFor()
  await page.goto('/home')
  await byBen.waitFor()
})

test('words are muted and unmuted, and the form says what is wrong', async () => {
  const { journey, ada } = await somePeople()
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  await page.goto('/settings/muted')
  const word = page.getByLabel('A word, or a few')
  await page.getByText('You have muted no words.').waitFor()
  await word.fill('a'.repeat(51))
  await page.keyboard.press('Enter')
  await page.getByText('A muted word has at most 50 characters; this one has 51.').waitFor()
  await word.fill('Spoilers')
  await page.keyboard.press('Enter')
  const list = page.getByRole('list', { name: 'Muted words' })
  await list.getByText('spoilers').waitFor()
  expect(await word.inputValue()).toBe('')
  await list.getByRole('button', { name: 'Unmute spoilers' }).click()
  await page.getByText('You have muted no words.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await list.getByText('spoilers').waitFor()
  expect(await ada.listMutedWords({})).toEqual({ items: ['spoilers'] })
})

test('who is blocked vanishes everywhere and reaches one no more, until it is undone', async () => {
  const { journey, ada, ben } = await somePeople()
  for (const handle of ['ben', 'cleo']) await ada.followPerson({ handle })
  const page = await journey.visit({ mayComplain: /404|ERR_FAILED/ })
  await signInByForm(page, 'ada')
  const byBen = page.getByRole('article').filter({ hasText: 'by Ben' })
  await openMenu(page, 'by Ben', 'Block @ben')
  await byBen.waitFor({ state: 'detached' })
  await expect(ben.startConversation({ handles: ['ada'] })).rejects.toMatchObject({ code: 'not-found' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('@ben is not blocked any more.').waitFor()
  await byBen.waitFor()
  expect(await ada.showPerson({ handle: 'ben' })).toMatchObject({ isFollowed: true })

  await page.route('**/people/ben/follow', (route) => route.abort())
  await openMenu(page, 'by Ben', 'Block @ben')
  await byBen.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('@ben is not followed.').waitFor()
  await ada.showPerson({ handle: 'ben' })

  await page.goto('/@ben')
  await page.getByRole('button', { name: 'More about @ben' }).click()
  await page.getByRole('menuitem', { name: 'Block @ben' }).click()
  await page.getByRole('heading', { name: 'You block @ben' }).waitFor()
  await expectAccessible(page)
  await page.goto('/@ben')
  await page.getByRole('heading', { name: 'There is no @ben' }).waitFor()
  await page.goto('/settings/privacy')
  await page.getByRole('button', { name: 'Unblock @ben' }).click()
  await page.getByText('You block nobody.').waitFor()
})

async function openMenu(page: Page, body: string, item: string) {
  const article = page.getByRole('article').filter({ hasText: body })
  await article.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}
