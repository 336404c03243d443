import { expect, test } from 'vitest'
import { emailOf, PASSWORD } from '../guest.ts'
import { openJourney, settled, signInByForm } from './journey.ts'

const MINUTE = 60_000
// The gateway's own refusals carry no CORS headers.
const provoked = /Failed to load|ERR_|40[13]|429|503|CORS/

test('without a line the app says so, goes on with what it has, and catches up by itself', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  await ada.createPost({ body: 'written while the line was there' })
  const page = await journey.visit({ mayComplain: provoked })
  await signInByForm(page, 'ada')
  await page.getByText('written while').waitFor()
  // The other pages are fetched ahead when the first one has settled.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('SettingsPage')),
  )

  await page.context().setOffline(true)
  await page.getByText('You are offline. What you see may be gone already.').waitFor()
  await page.getByText('written while').waitFor()
  await page.getByRole('link', { name: 'Settings' }).first().click()
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
  await page.getByRole('link', { name: 'Explore' }).first().click()
  await page.getByText("Mayfly can't be reached. Check your connection, then try again.").waitFor()

  await page.context().setOffline(false)
  await page.getByRole('feed', { name: 'Explore' }).getByText('written while').waitFor()
  await expect.poll(() => page.getByText('You are offline').count()).toBe(0)
})

test('when Mayfly does not answer, the page waits in words and goes on when it is back', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  await ada.createPost({ body: 'still here' })
  const page = await journey.visit({ mayComplain: provoked })
  await signInByForm(page, 'ada')
  const api = `${journey.apiOrigin}/**`
  await page.route(api, (route) => route.abort('connectionrefused'))
  await page.reload()
  await page.getByText('Mayfly does not answer. Trying again…').waitFor()
  await page.unroute(api)
  await page.getByRole('article').getByText('still here').waitFor()
  await expect.poll(() => page.getByText('does not answer').count()).toBe(0)
})

test('when a feed cannot be read, it says why and can be asked again', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  await ada.createPost({ body: 'there again' })
  const page = await journey.visit({ mayComplain: provoked })
  await journey.breakDatabase()
  await page.goto('/explore')
  await page
    .getByRole('alert')
    .getByText(/try again/i)
    .first()
    .waitFor()
  await journey.mendDatabase()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('there again').waitFor()
})

test('too many wrong passwords are answered in words, and the right one works after the wait', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  const page = await journey.visit({ mayComplain: provoked })
  await page.goto('/signin')
  await page.getByLabel('E-mail').fill(emailOf('ada'))
  const password = page.getByLabel('Password', { exact: true })
  const words = page.getByText('Too many wrong passwords. Please wait a while and try again.')
  await expect
    .poll(
      async () => {
        await password.fill('wrong password 1')
        await page.getByRole('button', { name: 'Sign in' }).click()
        await page.getByRole('button', { name: 'Sign in', disabled: false }).waitFor()
        return words.count()
      },
      { timeout: 30_000 },
    )
    .toBe(1)

  journey.wait(16 * MINUTE)
  await password.fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/home')
})

test('a session that ends in the middle of writing keeps every word, for its writer alone', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  await journey.as('ben')
  const page = await journey.visit({ mayComplain: provoked })
  await page.clock.install()
  await signInByForm(page, 'ada')
  await page.getByRole('button', { name: 'New post' }).first().click()
  const box = page.getByLabel('What would you like to say?')
  await box.fill('half a thought')
  await ada.signOutEverywhere({})
  journey.wait(16 * MINUTE)
  await page.clock.fastForward(16 * MINUTE)
  await page.waitForURL('**/signin?next=*')
  await page.getByText('Your session is over. Please sign in again; your drafts are kept.').waitFor()

  await signInByForm(page, 'ben')
  await page.getByRole('button', { name: 'New post' }).first().click()
  await box.waitFor()
  await settled(page)
  expect(await box.inputValue()).toBe('')
  await page.keyboard.press('Escape')
  await page.goto('/settings/account')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL((url) => url.pathname === '/')

  await signInByForm(page, 'ada')
  await page.getByRole('button', { name: 'New post' }).first().click()
  await expect.poll(() => box.inputValue()).toBe('half a thought')
})
