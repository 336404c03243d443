import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openJourney, signInByForm } from './journey.ts'

test('every key of the help does what the help says', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  await ada.createPost({ body: 'the older one' })
  await ada.createPost({ body: 'folded away', contentWarning: 'Spoilers' })
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  await page.getByRole('article').nth(1).waitFor()

  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await help.waitFor()
  const listed = await help.locator('dd').allInnerTexts()
  const keys = [
    '?',
    '/',
    'Ctrlk',
    'n',
    'j',
    'k',
    '.',
    'o',
    'r',
    'l',
    't',
    'b',
    's',
    'm',
    'i',
    'x',
    'gh',
    'ge',
    'gn',
    'gm',
    'gb',
    'gp',
    'gs',
    'CtrlEnter',
    'Esc',
  ]
  // What i does, pictures.test.ts shows; what l, t and b do, reactions.test.ts; / and Ctrl k, explore.test.ts.
  expect(listed.map((text) => text.replaceAll(/\s/g, ''))).toEqual(keys)
  await page.keyboard.press('Escape')
  await help.waitFor({ state: 'detached' })

  await page.keyboard.press('j')
  await expectFocusOn(page, 'Spoilers')
  await page.keyboard.press('j')
  await expectFocusOn(page, 'the older one')
  await page.keyboard.press('k')
  await page.keyboard.press('x')
  await page.getByText('folded away').waitFor()
  await page.keyboard.press('x')
  await page.getByText('folded away').waitFor({ state: 'detached' })
  await page.keyboard.press('s')
  await page.getByText('Link copied').waitFor()
  await page.keyboard.press('r')
  await page.getByRole('dialog', { name: 'Reply' }).waitFor()
  await page.keyboard.press('Escape')
  await expectFocusOn(page, 'Spoilers')
  await page.keyboard.press('o')
  await page.getByRole('heading', { name: 'Post', level: 1 }).waitFor()

  for (const [key, path] of [
    ['e', '/explore'],
    ['n', '/notifications'],
    ['m', '/messages'],
    ['b', '/bookmarks'],
    ['p', '/@ada'],
    ['s', '/settings'],
    ['h', '/home'],
  ] as const) {
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await page.waitForURL(`**${path}`)
  }
  await page.keyboard.press('n')
  await page.getByLabel('What would you like to say?').waitFor()
  await page.keyboard.type('typed with j and k and n')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('article').filter({ hasText: 'typed with j and k and n' }).waitFor()
})

test('g and a letter go somewhere, and the letter does nothing to the post that has the focus; m mutes', async () => {
  const journey = await openJourney()
  const [ada, ben] = [await journey.as('ada'), await journey.as('ben')]
  const { id } = await ben.createPost({ body: 'leave me alone' })
  await ada.followPerson({ handle: 'ben' })
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  await page.getByRole('article').waitFor()
  await page.keyboard.press('j')
  await expectFocusOn(page, 'leave me alone')
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await page.waitForURL('**/bookmarks')
  await page.getByRole('heading', { name: 'Bookmarks', level: 1 }).waitFor()
  expect(await ada.showPost({ id })).toMatchObject({ isBookmarked: false })

  await page.goBack()
  await page.getByRole('article').waitFor()
  await page.keyboard.press('j')
  await expectFocusOn(page, 'leave me alone')
  await page.keyboard.press('m')
  await page.getByText('@ben is muted').waitFor()
  await page.getByRole('article').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('article').waitFor()
})

test('single keys rest when the settings say so, and are not needed for anything', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  await page.goto('/settings/accessibility')
  const group = page.getByRole('group', { name: 'Keyboard shortcuts' })
  await group.getByText('Off').click()
  await page.reload()
  await group.waitFor()
  await expect.poll(() => group.getByLabel('Off').isChecked()).toBe(true)
  await page.keyboard.press('?')
  await page.keyboard.press('n')
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)

  const newPost = page.getByRole('button', { name: 'New post' }).first()
  const hasFocus = () => newPost.evaluate((button) => button === document.activeElement)
  for (let presses = 0; presses < 12 && !(await hasFocus()); presses += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByLabel('What would you like to say?').waitFor()
})

async function expectFocusOn(page: Page, words: string) {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('article')?.textContent ?? ''))
    .toContain(words)
}
