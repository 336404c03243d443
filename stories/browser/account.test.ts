import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { emailOf, PASSWORD, signInAt } from '../guest.ts'
import { DAY, HOUR } from '../house.ts'
import { expectAccessible, openJourney, phone, signInByForm } from './journey.ts'

const expected = /401 \(Unauthorized\)|422|403|409|429/
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:149.0) Gecko/20100101 Firefox/149.0'
const NEW_PASSWORD = 'a fresh battery 2'

async function fillSignIn(page: Page, email: string, password = PASSWORD) {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('a place that is not known is signed out from another one, and both see it at once', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  const [here, there] = [
    await journey.visit({ viewport: phone }),
    await journey.visit({ mayComplain: expected }),
  ]
  await signInByForm(there, 'ada')
  await signInAt(journey, 'ada', { userAgent: FIREFOX })
  await signInByForm(here, 'ada')
  await here.goto('/settings/sessions')
  await here.getByRole('listitem').filter({ hasText: 'This one' }).waitFor()
  expect(await here.getByRole('main').getByText('Chrome on Linux').count()).toBe(2)

  await here.getByRole('button', { name: 'Sign out Firefox on Linux' }).click()
  await here.getByText('Signed out: Firefox on Linux.').waitFor()
  await here.getByText('Firefox on Linux', { exact: true }).waitFor({ state: 'detached' })
  await expectAccessible(here)
  await here.getByRole('button', { name: /^Sign out Chrome on Linux/ }).click()
  await there.waitForURL('**/signin*')
})

test('signing out everywhere asks first, and leads to the front page', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const page = await journey.visit({ mayComplain: expected })
  await signInByForm(page, 'ada')
  await page.goto('/settings/account')
  await page.getByRole('link', { name: 'Where you are signed in' }).last().click()
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.getByRole('dialog').waitFor()
  expect(
    await page
      .getByRole('button', { name: 'Cancel' })
      .evaluate((button) => button === document.activeElement),
  ).toBe(true)
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await expect(ada.refreshSession({})).rejects.toMatchObject({ code: 'signed-out' })
})

test('password and address are changed, and what is wrong stands at its field', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  const page = await journey.visit({ mayComplain: expected })
  await signInByForm(page, 'ada')
  await page.goto('/settings/security')
  const password = page.getByRole('region', { name: 'Password' })
  await password.getByLabel('Your password').fill('not my password 1')
  await password.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD)
  await password.getByRole('button', { name: 'Change the password' }).click()
  await password.getByText('This is not your password.').waitFor()
  expect(
    await password.getByLabel('Your password').evaluate((input) => input === document.activeElement),
  ).toBe(true)
  await password.getByLabel('Your password').fill(PASSWORD)
  await password.getByRole('button', { name: 'Change the password' }).click()
  await page.getByText('Your password is changed.').waitFor()
  expect(await password.getByLabel('Your password').inputValue()).toBe('')

  const email = page.getByRole('region', { name: 'E-mail address' })
  await email.getByText(emailOf('ada')).waitFor()
  await email.getByLabel('New e-mail address').fill('ada.moreau@guests.example')
  await email.getByLabel('Your password').fill(NEW_PASSWORD)
  await email.getByRole('button', { name: 'Send a code to it' }).click()
  await email.getByLabel('Code').waitFor()
  expect(await email.getByLabel('Code').evaluate((input) => input === document.activeElement)).toBe(true)
  await expectAccessible(page)
  const code = journey.codeFor('ada.moreau@guests.example')
  await page.keyboard.type(code === '000000' ? '000001' : '000000')
  await page.keyboard.press('Enter')
  await email.getByText('This is not the code that was sent.').waitFor()
  await email.getByLabel('Code').fill(code)
  await page.keyboard.press('Enter')
  await email.getByText('Now it is ada.moreau@guests.example.').waitFor()

  await page.goto('/settings/account')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await page.goto('/signin')
  await fillSignIn(page, 'ada.moreau@guests.example', NEW_PASSWORD)
  await page.waitForURL('**/home')
})

test('a copy is asked for, made, and downloaded; it holds live posts alone, and is one a day', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  await ada.createPost({ body: 'gone by now', lifetime: '1-hour' })
  journey.wait(2 * HOUR)
  await ada.createPost({ body: 'still here', lifetime: '7-days' })
  const page = await journey.visit({ viewport: phone })
  await signInByForm(page, 'ada')
  await page.goto('/settings/data')
  await page.getByRole('button', { name: 'Ask for a copy' }).click()
  const link = page.getByRole('link', { name: /^Download/ })
  await link.waitFor({ timeout: 20_000 })
  await expectAccessible(page)
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('mayfly.zip')
  const files = unzipSync(await readFile(await download.path()))
  const posts = JSON.parse(strFromU8(files['posts.json'] ?? new Uint8Array()))
  expect(posts.map(({ body }: { body: string }) => body)).toEqual(['still here'])
  await page.getByText(/You can ask for another one on/).waitFor()

  journey.wait(DAY)
  await page.reload()
  await page.getByRole('button', { name: 'Ask for a copy' }).waitFor()
})

test('an account is given up, and within the week taken back', async () => {
  const journey = await openJourney()
  const [ada, ben] = await Promise.all([journey.as('ada'), journey.as('ben')])
  const post = await ada.createPost({ body: 'do not forget me', lifetime: '30-days' })
  const page = await journey.visit({ mayComplain: expected })
  await signInByForm(page, 'ada')
  await page.goto('/settings/delete')
  await page.getByRole('link', { name: 'Get a copy of what is yours' }).click()
  await page.waitForURL('**/settings/data')
  await page.goBack()
  await page.getByLabel('Your handle').fill('ben')
  await page.getByLabel('Your password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Delete my account' }).click()
  await page.getByText('This is not your handle.').waitFor()
  await page.getByLabel('Your handle').fill('ada')
  await page.getByRole('button', { name: 'Delete my account' }).click()

  await page.waitForURL('**/goodbye')
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
  await page.getByText(/^[67] days$/).waitFor()
  await expectAccessible(page)
  await expect(ben.showPerson({ handle: 'ada' })).rejects.toMatchObject({ code: 'not-found' })
  await expect(ben.showPost({ id: post.id })).rejects.toMatchObject({ code: 'not-found' })

  journey.wait(2 * DAY)
  await page.getByRole('link', { name: 'Sign in again' }).click()
  await fillSignIn(page, emailOf('ada'))
  await page.getByRole('heading', { name: 'Keep your account?' }).waitFor()
  await page.getByText(/^[45] days$/).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Keep my account' }).click()
  await page.waitForURL('**/home')
  await page.getByText('Welcome back. Everything is as it was.').waitFor()
  expect(await ben.showPost({ id: post.id })).toMatchObject({ body: 'do not forget me' })
})

test('the pages of a farewell lead to the sign-in when there is none', async () => {
  const journey = await openJourney()
  const page = await journey.visit()
  for (const path of ['/goodbye', '/restore']) {
    await page.goto(path)
    await page.waitForURL('**/signin')
  }
})
