import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { somePeople } from './few-people.ts'
import { expectAccessible, type Journey, phone, settled, signInByForm } from './journey.ts'

const followButton = (page: Page, handle: string) =>
  page.getByRole('button', { name: new RegExp(`@${handle}(\\.|$)`) })

test('one follows from a profile, a card and a suggestion, and all places and counts agree', async () => {
  const { journey, ada, ben } = await somePeople()
  await ben.followPerson({ handle: 'ada' })
  await ben.followPerson({ handle: 'cleo' })
  const page = await journey.visit()
  await signInByForm(page, 'ada')

  await page.goto('/@ben')
  const main = page.getByRole('main')
  await main.getByText('Follows you').waitFor()
  await main.getByRole('button', { name: 'Follow back @ben', exact: true }).click()
  await main.getByRole('link', { name: '1 follower', exact: true }).waitFor()
  const beside = page.getByRole('complementary')
  await beside.getByRole('button', { name: 'Following @ben. Stop following' }).waitFor()

  await beside.getByRole('button', { name: 'Follow @cleo', exact: true }).click()
  await page.goto('/@ada')
  await main.getByRole('link', { name: '2 following' }).click()
  const list = page.getByRole('list', { name: 'Whom @ada follows' })
  await expect.poll(() => list.getByRole('listitem').count()).toBe(2)
  await settled(page)
  await expectAccessible(page)

  await page.goto('/explore')
  const name = page.getByRole('article').filter({ hasText: 'by Ben' }).locator('.post-name')
  await name.hover()
  const card = page.getByRole('dialog', { name: 'About @ben' })
  await card.getByText('Boats,').waitFor()
  await expectAccessible(page)
  await card.getByRole('button', { name: 'Following @ben. Stop following' }).click()
  await page.getByText('You don’t follow @ben any more.').waitFor()
  await card.getByRole('link', { name: '0 followers' }).waitFor()
  await page.mouse.move(5, 5)
  await card.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await ada.showPerson({ handle: 'ben' })).isFollowed).toBe(true)

  await page.goto('/@ben/followers')
  await page.getByRole('list', { name: 'Followers of @ben' }).getByText('@ada').waitFor()
  for (const handle of ['ben', 'cleo'])
    expect(await ada.showPerson({ handle })).toMatchObject({ isFollowed: true })
  expect(await ada.showPerson({ handle: 'ada' })).toMatchObject({ followingCount: 2 })
})

test('a card opens for the keyboard too, is walked through with Tab, and Escape closes it', async () => {
  const { journey } = await somePeople()
  const page = await journey.visit()
  await page.goto('/explore')
  const article = page.getByRole('article').filter({ hasText: 'by Ben' })
  await article.focus()
  await page.keyboard.press('Tab')
  const card = page.getByRole('dialog', { name: 'About @ben' })
  await card.getByText('Boats,').waitFor()
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('Follow')
  await page.keyboard.press('Shift+Tab')
  expect(await focused()).toBe('Ben')
  await page.keyboard.press('Escape')
  await card.waitFor({ state: 'detached' })
  await page.keyboard.press('Tab')
  await card.waitFor({ state: 'detached' })
  expect(await focused()).toContain('Fades in')
})

test('a name that is written from the right stands in lists where other names stand', async () => {
  const { journey, ada, ben } = await somePeople()
  await ben.editMe({ displayName: 'عمر الخطيب', bio: '' })
  await ada.followPerson({ handle: 'ben' })
  const page = await journey.visit({ viewport: phone })
  await page.goto('/@ada/following')
  const row = page.getByRole('listitem')
  const [name, handle] = [
    await row.getByRole('link', { name: 'عمر الخطيب' }).boundingBox(),
    await row.getByText('@ben').boundingBox(),
  ]
  expect(name?.x).toBeCloseTo(handle?.x ?? 0)
})

test('a finger opens no card', async () => {
  const { journey } = await somePeople()
  const page = await journey.visit({ viewport: phone })
  await page.goto('/explore')
  await page.getByRole('article').filter({ hasText: 'by Ben' }).locator('.post-name').tap()
  await page.waitForURL('**/@ben')
  await page.waitForTimeout(800)
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
})

test.each([
  { where: 'on a desktop', viewport: undefined },
  { where: 'on a phone', viewport: phone },
])(
  'one changes name, bio and handle $where, and the old address leads to the new one',
  async ({ viewport }) => {
    const { journey, ada } = await somePeople()
    await ada.createPost({ body: 'by Ada' })
    const page = await journey.visit(viewport ? { viewport } : {})
    await signInByForm(page, 'ada')
    await page.goto('/@ada')
    await page.getByRole('link', { name: 'Edit profile' }).click()
    await page.getByLabel('Name', { exact: true }).fill('')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText("A name can't be empty.").waitFor()
    await page.getByLabel('Name', { exact: true }).fill('Ada L.')
    await page.getByLabel('Bio').fill('Engines, @ben and https://example.com <b>bold</b>')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Your profile is saved.').waitFor()

    const handle = page.getByLabel('Handle', { exact: true })
    await handle.fill('ben')
    await page.getByText('Somebody has this handle already.').waitFor()
    await handle.fill('countess')
    await page.getByText('@countess can be yours.').waitFor()
    await page.getByRole('button', { name: 'Change handle' }).click()
    await page.getByText('You are @countess from now on.').waitFor()
    await settled(page)
    await expectAccessible(page)

    await page.getByRole('link', { name: 'See your profile' }).click()
    await page.waitForURL('**/@countess')
    const main = page.getByRole('main')
    await main.getByText('Ada L.').first().waitFor()
    await main.getByText('<b>bold</b>').waitFor()
    expect(await main.getByRole('link', { name: '@ben' }).getAttribute('href')).toBe('/@ben')
    await page.getByRole('article').filter({ hasText: 'by Ada' }).getByText('@countess').waitFor()

    await page.goto('/@ada/replies?from=a-link#here')
    await page.waitForURL('**/@countess/replies#here')
    await page.getByRole('link', { name: 'Edit profile' }).waitFor()
    await page.goto('/@ada/followers')
    await page.waitForURL('**/@countess/followers')
  },
)

test.each([
  { where: 'on a desktop', viewport: undefined },
  { where: 'on a phone', viewport: phone },
])('a newcomer follows three people and chooses a lifetime $where', async ({ viewport }) => {
  const { journey } = await somePeople()
  const dora = await journey.as('dora')
  await dora.createPost({ body: 'by Dora' })
  const page = await journey.visit(viewport ? { viewport } : {})
  await signUp(journey, page)
  await page.waitForURL('**/welcome?next=%2Fexplore')
  await page.getByRole('heading', { name: 'Welcome, Grace' }).waitFor()
  await settled(page)
  await expectAccessible(page)
  for (const [index, handle] of ['ben', 'cleo', 'dora'].entries()) {
    await followButton(page, handle).click()
    await page.getByText(`You follow ${index + 1}`).waitFor()
  }
  await page.getByRole('button', { name: 'Go on' }).click()
  const heading = page.getByRole('heading', { name: 'How long shall your posts live?' })
  await heading.waitFor()
  await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.getByText('1 day', { exact: true }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Go to your home' }).click()
  await page.waitForURL('**/explore')
  await page.goto('/home')
  await page.getByRole('article').filter({ hasText: 'by Dora' }).waitFor()
  await page.getByRole('button', { name: 'New post' }).first().click()
  await expect.poll(() => page.getByLabel('1 day', { exact: true }).isChecked()).toBe(true)
})

async function signUp(journey: Journey, page: Page) {
  await page.goto('/signup?next=/explore')
  await page.getByLabel('Name', { exact: true }).fill('Grace')
  await page.getByLabel('Handle').fill('grace')
  await page.getByLabel('E-mail').fill('grace@guests.example')
  await page.getByLabel('Password', { exact: true }).fill('correct horse 1')
  await page.getByRole('button', { name: 'Join Mayfly' }).click()
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()
  await page.getByLabel('Code').fill(journey.codeFor('grace@guests.example'))
  await page.getByRole('button', { name: 'Confirm' }).click()
}
