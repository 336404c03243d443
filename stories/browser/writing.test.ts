import { expect, test } from 'vitest'
import { openJourney, phone, signInByForm } from './journey.ts'

const family = '👨‍👩‍👧‍👦'

test('300 characters as a reader counts them are sent, and 301 are stopped with the words of the API', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  await page.keyboard.press('n')
  const box = page.getByLabel('What would you like to say?')
  await box.waitFor()
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(true)
  await box.fill(family.repeat(301))
  await page.getByText('A post has at most 300 characters; this one has 301.').first().waitFor()
  const send = page.getByRole('dialog').getByRole('button', { name: 'Post', exact: true })
  expect(await send.isDisabled()).toBe(true)
  await box.fill(family.repeat(300))
  await send.click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect
    .poll(async () => (await ada.homeFeed({})).items[0]?.body, { timeout: 10_000 })
    .toBe(family.repeat(300))
})

test('what was typed survives a reload, a failed sending and a closed composer', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  const page = await journey.visit({ mayComplain: /Failed to load|ERR_|503/ })
  await signInByForm(page, 'ada')
  await page.keyboard.press('n')
  const box = page.getByLabel('What would you like to say?')
  await box.fill('a thought that must not be lost')
  await page.getByText('Draft saved').waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'New post' }).first().click()
  await expect.poll(() => box.inputValue()).toBe('a thought that must not be lost')

  await page.context().setOffline(true)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').getByText("Mayfly can't be reached").waitFor()
  expect(await box.inputValue()).toBe('a thought that must not be lost')
  await page.context().setOffline(false)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('article').filter({ hasText: 'must not be lost' }).waitFor()
  await page.keyboard.press('n')
  await box.waitFor()
  expect(await box.inputValue()).toBe('')
})

test('going back closes what stands in front, and only then leaves the page', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  await ada.createPost({ body: 'something to come back to' })
  const page = await journey.visit({ viewport: phone })
  await signInByForm(page, 'ada')
  await page.getByRole('link', { name: 'Explore' }).last().click()
  await page.getByRole('heading', { name: 'Explore', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'New post' }).last().click()
  await page.getByLabel('What would you like to say?').fill('half a thought')
  await page.getByText('Draft saved').waitFor()
  await page.evaluate(() => history.back())
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: 'Explore', level: 1 }).waitFor()

  await page.evaluate(() => history.back())
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'New post' }).last().click()
  expect(await page.getByLabel('What would you like to say?').inputValue()).toBe('half a thought')
})

test('script, markup and SQL in every field are shown as the text that they are', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const hostile = `<img src=x onerror="document.title='owned'"> javascript:alert(1) '); drop table posts;-- https://example.com/?a=<b>`
  const post = await ada.createPost({ body: hostile, contentWarning: '<i>careful</i>' })
  const page = await journey.visit()
  await page.goto(`/@ada/${post.id}`)
  await page.getByRole('button', { name: /<i>careful<\/i>/ }).click()
  await page.getByText(`<img src=x onerror=`).first().waitFor()
  expect(await page.title()).not.toBe('owned')
  const links = await page
    .getByRole('article')
    .locator('a')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')))
  expect(links.filter((href) => href?.startsWith('javascript:'))).toEqual([])
})

test('a reply hangs below its post and burns with it, and a deletion can be undone', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  await journey.as('ben')
  const post = await ada.createPost({ body: 'who is awake?', lifetime: '1-hour' })
  const page = await journey.visit({ viewport: phone })
  await signInByForm(page, 'ben')
  await page.goto(`/@ada/${post.id}`)
  await page
    .getByRole('button', { name: /^Reply/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('textbox').fill('me, sadly')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Reply|Post/, exact: false })
    .last()
    .click()
  const reply = page.getByRole('article').filter({ hasText: 'me, sadly' })
  await reply.waitFor()
  const [stored] = (await ada.listReplies({ id: post.id })).items
  expect(stored).toMatchObject({ body: 'me, sadly', expiresAt: post.expiresAt })

  await reply.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await reply.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await reply.waitFor()
  expect((await ada.listReplies({ id: post.id })).items).toHaveLength(1)

  await reply.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect
    .poll(async () => (await ada.listReplies({ id: post.id })).items.length, { timeout: 15_000 })
    .toBe(0)
})
