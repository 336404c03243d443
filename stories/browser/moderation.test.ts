import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { emailOf, PASSWORD } from '../guest.ts'
import { upload } from '../uploads.ts'
import {
  desktop,
  expectAccessible,
  expectNoSidewaysScroll,
  type Journey,
  openJourney,
  phone,
  settled,
  signInByForm,
} from './journey.ts'

/** Ada has written, Ben is at his browser, and Mia moderates. */
async function withAdaBenAndMia() {
  const journey = await openJourney()
  const [ada, ben] = [await journey.as('ada'), await journey.as('ben')]
  const mia = await journey.asModerator('mia')
  return { journey, ada, ben, mia }
}

async function visitAs(journey: Journey, handle: string, options: Parameters<Journey['visit']>[0] = {}) {
  const page = await journey.visit(options)
  await signInByForm(page, handle)
  return page
}

/** Chooses a reason in the dialog, and sends it. */
async function reportAs(page: Page, reason: string, words = '') {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(reason).check()
  if (words) await dialog.getByLabel(/What helps to understand/).fill(words)
  await dialog.getByRole('button', { name: 'Report', exact: true }).click()
  await page.getByText('Thank you. Moderators will look at it').waitFor()
}

test.each([desktop, phone])(
  'a post is reported, removed by keyboard, its author is told, and undoing brings it back ($width px)',
  async (viewport) => {
    const { journey, ada } = await withAdaBenAndMia()
    const picture = await upload(ada)
    await ada.createPost({ body: 'nobody likes you', photos: [{ id: picture.id, alt: 'a fist' }] })
    const ben = await visitAs(journey, 'ben', { viewport })
    await ben.goto('/@ada')
    const post = ben.getByRole('article').filter({ hasText: 'nobody likes you' })
    await post.waitFor()
    await settled(ben)
    await post.getByRole('button', { name: 'More' }).click()
    await ben.getByRole('menuitem', { name: 'Report' }).click()
    await ben.getByText('They keep it for at most 30 days').waitFor()
    await expectAccessible(ben)
    await expectNoSidewaysScroll(ben)
    await ben.getByRole('button', { name: 'Report', exact: true }).click()
    await ben.getByText('Please choose a reason.').waitFor()
    await reportAs(ben, 'Threats, hounding or shaming', 'she does this each day')

    const mia = await visitAs(journey, 'mia', { viewport })
    await mia.goto('/mod')
    await mia.getByRole('link', { name: /nobody likes you/ }).waitFor()
    await settled(mia)
    await expectAccessible(mia)
    await mia.keyboard.press('j')
    await mia.getByText('she does this each day').waitFor()
    await mia.getByRole('button', { name: 'Photo 1, seen clearly' }).click()
    await settled(mia)
    await expectAccessible(mia)
    await expectNoSidewaysScroll(mia)
    await mia.keyboard.press('r')
    await mia.getByText('Removed.').waitFor()
    await mia.getByText(viewport === phone ? 'Nothing waits' : 'All is decided').waitFor()

    const page = await visitAs(journey, 'ada', { viewport })
    await page.goto('/notifications')
    await page.getByText('Moderators have removed your post. Reason: threats, hounding or shaming.').waitFor()
    await page.goto('/@ada')
    await page.getByText('Nothing burns here now').waitFor()

    await mia.keyboard.press('u')
    await mia.getByText('Taken back.').waitFor()
    await mia.getByRole('region', { name: 'What was reported' }).getByText('nobody likes you').waitFor()
    await page.reload()
    await page.getByRole('article').getByText('nobody likes you').waitFor()
    await page.goto('/notifications')
    await page.getByText('Your post is back.').waitFor()

    await mia.goto('/mod/log')
    const lines = mia.getByRole('list', { name: 'What moderators decided' }).getByRole('listitem')
    await expect.poll(() => lines.count()).toBe(2)
    expect(await lines.first().textContent()).toMatch(/@mia took back a decision on a post of @ada/)
    expect(await lines.last().textContent()).toMatch(/@mia removed a post of @ada.+taken back/)
    await expectAccessible(mia)

    await ben.goto('/settings/reports')
    await ben.getByText('Waits for a moderator').waitFor()
    await expectAccessible(ben)
  },
)

test('keys walk the queue and decide; none of them is taken from the browser, a field or a dialog', async () => {
  const { journey, ada, ben } = await withAdaBenAndMia()
  for (const body of ['the first', 'the second', 'the third']) {
    const { id } = await ada.createPost({ body })
    await ben.reportPost({ id, reason: 'spam' })
  }
  const mia = await visitAs(journey, 'mia')
  await mia.goto('/mod')
  await mia.getByRole('link', { name: /the first/ }).waitFor()
  const shown = (words: string) =>
    mia.getByRole('region', { name: 'What was reported' }).getByText(words).waitFor()
  await mia.keyboard.press('j')
  await shown('the first')
  await mia.keyboard.press('j')
  await shown('the second')
  await mia.keyboard.press('k')
  await shown('the first')

  await mia.keyboard.press('Control+a')
  await mia.getByLabel('Reason').focus()
  await mia.keyboard.press('a')
  await mia.evaluate(() => (document.activeElement as HTMLElement).blur())
  await mia.keyboard.press('s')
  await mia.getByRole('heading', { name: 'Suspend @ada' }).waitFor()
  await mia.keyboard.press('r')
  await expectAccessible(mia)
  await mia.keyboard.press('Escape')
  expect((await journey.query('select from moderation_actions')).rowCount).toBe(0)

  const tab = mia.waitForEvent('popup')
  await mia.keyboard.press('o')
  await (await tab).getByRole('article').getByText('the first').waitFor()
  await (await tab).close()
  await mia.keyboard.press('e')
  await mia.getByText('Escalated.').waitFor()
  await mia.keyboard.press('a')
  await shown('the second')
  await mia.keyboard.press('w')
  await shown('the third')
  await mia.keyboard.press('u')
  await shown('the second')
  const { rows } = await journey.query('select kind from moderation_actions order by id')
  expect(rows.map(({ kind }) => kind)).toEqual(['escalate', 'dismiss', 'warn', 'undo'])
})

test('whoever is suspended is signed out where they are, and told why and until when', async () => {
  const { journey, ada, ben } = await withAdaBenAndMia()
  const { id } = await ada.createPost({ body: 'you again' })
  await ben.reportPost({ id, reason: 'harassment' })
  const page = await visitAs(journey, 'ada', { mayComplain: /40[13]|Failed to load|CORS/ })
  // Events are heard from the moment that the page has settled.
  await page.waitForResponse((response) => response.url().endsWith('/live'))

  const mia = await visitAs(journey, 'mia')
  await mia.goto('/mod')
  await mia.getByRole('link', { name: /you again/ }).click()
  await mia.getByRole('button', { name: 'Suspend', exact: true }).click()
  await mia.getByRole('dialog').getByText('7 days').click()
  await mia.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click()
  await mia.getByText('Suspended.').waitFor()

  await page.waitForURL('**/signin?next=*')
  await page.getByText(/^This account is suspended until .+ UTC\. Reason: threats/).waitFor()
  await page.getByLabel('E-mail').fill(emailOf('ada'))
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page
    .getByRole('alert')
    .getByText(/^This account is suspended until/)
    .waitFor()
  await expectAccessible(page)

  await mia.goto('/mod/users/ada')
  await mia.getByText(/^Suspended until .+\.$/).waitFor()
  await expectAccessible(mia)
  await mia.getByRole('button', { name: 'Undo: suspended for 7 days, over a post' }).click()
  await mia.getByText('Taken back.').waitFor()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/home')
})

test('one message, and a person, are reported from where one meets them, and blocked in one go', async () => {
  const { journey, ada, ben, mia } = await withAdaBenAndMia()
  const { id } = await ada.startConversation({ handles: ['ben'] })
  await ada.sendMessage({ id, key: crypto.randomUUID(), body: 'our secret' })
  await ada.sendMessage({ id, key: crypto.randomUUID(), body: 'you will regret this' })
  const page = await visitAs(journey, 'ben')
  await page.goto('/@ada')
  await page.getByRole('button', { name: 'More about @ada' }).click()
  await page.getByRole('menuitem', { name: 'Report @ada' }).click()
  await reportAs(page, 'Pretending to be somebody else, or cheating')

  await page.goto('/messages/@ada')
  const message = page.locator('.message').filter({ hasText: 'you will regret this' })
  await message.hover()
  await message.getByRole('button', { name: 'Message options' }).click()
  await page.getByRole('menuitem', { name: 'Report' }).click()
  await page.getByText('nothing else of the conversation').waitFor()
  await page.getByLabel(/^Block @ada as well/).check()
  await reportAs(page, 'Threats, hounding or shaming')

  const { items } = await mia.listCases({})
  expect(items.map(({ kind, content }) => [kind, content?.body])).toEqual([
    ['message', 'you will regret this'],
    ['person', undefined],
  ])
  expect((await ben.listBlocked({})).items).toMatchObject([{ handle: 'ada' }])
})

test('for everybody else there is no moderation, and no word of it', async () => {
  const { journey } = await withAdaBenAndMia()
  const page = await visitAs(journey, 'ben')
  await expect.poll(() => page.getByRole('link', { name: 'Moderation' }).count()).toBe(0)
  // The other pages are fetched ahead, and those of moderators are not.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('SettingsPage')),
  )
  const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  expect(names.filter((name) => /ModPage|LogPage|ModeratedPerson/.test(name))).toEqual([])
  for (const path of ['/mod', '/mod/log', '/mod/users/ada', `/mod/reports/${crypto.randomUUID()}`]) {
    await page.goto(path)
    await page.getByRole('heading', { name: 'Gone, or never was' }).waitFor()
  }
})
