import { expect, test } from 'vitest'
import { emailOf, PASSWORD } from '../guest.ts'
import { openJourney, signInByForm } from './journey.ts'

const expected = /401 \(Unauthorized\)|422|403/

test('a wrong password reveals nothing; the right one stays through a reload, a second tab, and ends in both', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  const page = await journey.visit({ mayComplain: expected })
  await page.goto('/signin')
  await page.getByLabel('E-mail').fill(emailOf('ada'))
  await page.getByLabel('Password', { exact: true }).fill('wrong password 1')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('The e-mail address or the password is wrong.').waitFor()
  expect(await page.getByLabel('E-mail').inputValue()).toBe(emailOf('ada'))

  await signInByForm(page, 'ada')
  await page.reload()
  await page.getByRole('heading', { name: 'Home' }).waitFor()
  const second = await page.context().newPage()
  await second.goto('/home')
  await second.getByRole('heading', { name: 'Home' }).waitFor()

  await page.goto('/settings/account')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await second.waitForURL((url) => url.pathname !== '/home')
  await page.goto('/home')
  await page.waitForURL('**/signin*')
  const cookies = await page.context().cookies()
  expect(cookies.filter(({ value }) => value !== '')).toEqual([])
})

test('a link to a page of mine leads through the sign-in and back', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  const page = await journey.visit()
  await page.goto('/settings')
  await page.waitForURL('**/signin*')
  await page.getByLabel('E-mail').fill(emailOf('ada'))
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/settings')
  await page.getByRole('heading', { name: 'Settings' }).waitFor()
})

test('a forgotten password is set anew with the code from the mailbox', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  const page = await journey.visit({ mayComplain: expected })
  await page.goto('/signin')
  await page.getByLabel('E-mail').fill(emailOf('ada'))
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor()
  expect(await page.getByLabel('E-mail').inputValue()).toBe(emailOf('ada'))
  await page.getByRole('button').filter({ hasText: /code/i }).first().click()
  await page.waitForURL('**/reset*')
  await page.getByLabel('Code').fill(journey.codeFor(emailOf('ada')))
  await page.getByLabel('New password', { exact: true }).fill('a new password 2')
  await page.getByRole('button', { name: /set|save|change/i }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/reset'))
  await expect(journey.stores.identity.signIn(emailOf('ada'), PASSWORD, journey.now())).rejects.toMatchObject(
    {
      code: 'signed-out',
    },
  )
  await journey.stores.identity.signIn(emailOf('ada'), 'a new password 2', journey.now())
})

test('an access token that runs out is replaced once, though several calls and tabs want it', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  const second = await page.context().newPage()
  await second.goto('/home')
  await second.getByRole('heading', { name: 'Home' }).waitFor()

  journey.wait(16 * 60_000)
  await Promise.all([page.reload(), second.reload()])
  await Promise.all([page, second].map((tab) => tab.getByRole('heading', { name: 'Home' }).waitFor()))
  await page.getByRole('button', { name: 'New post' }).first().click()
  await page.getByLabel('What would you like to say?').fill('still here')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('article').filter({ hasText: 'still here' }).waitFor()
})

test('no token is kept where a script could find it', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  const found = await page.evaluate(() => ({
    cookie: document.cookie,
    local: Object.values({ ...localStorage }).join(' '),
    session: Object.values({ ...sessionStorage }).join(' '),
  }))
  expect(found.cookie).toBe('')
  expect(found.local + found.session).not.toMatch(/eyJ|[\w-]{40,}/)
})
