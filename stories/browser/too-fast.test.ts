import { rates } from '@mayfly/contract/limits'
import { expect, test } from 'vitest'
import { emailOf, PASSWORD, strangerAt } from '../guest.ts'
import { realRates } from '../house.ts'
import {
  desktop,
  expectAccessible,
  expectNoSidewaysScroll,
  type Journey,
  openJourney,
  phone,
  signInByForm,
} from './journey.ts'

const MINUTE = 60_000
const provoked = /Failed to load|429|401/
const kindWords = /You are writing faster than we can keep up\. Please wait \d+ seconds?\./

test.each([desktop, phone])(
  'who writes too fast is told when to go on, and loses nothing ($width px)',
  async (viewport) => {
    const journey = await openJourney({ rates: realRates })
    const page = await visitAsAda(journey, viewport)
    await page.getByRole('button', { name: 'New post' }).first().click()
    const box = page.getByLabel('What would you like to say?')
    await box.fill('one thought too many')
    await useUpMinute(journey)
    await page.getByRole('button', { name: 'Post', exact: true }).click()

    await page.getByText(kindWords).waitFor()
    await page.getByText('Nothing that you typed is lost.').waitFor()
    const waiting = page.getByRole('button', { name: /^Try again in \d+ s$/ })
    await waiting.waitFor()
    expect(await waiting.getAttribute('aria-disabled')).toBe('true')
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    expect(await box.inputValue()).toBe('one thought too many')

    await moveOn(journey, page)
    await expect.poll(() => page.getByText(kindWords).count()).toBe(0)
    await page.getByRole('button', { name: 'Post', exact: true }).click()
    await page.getByRole('article').getByText('one thought too many').waitFor()
  },
)

test('what was shown before its answer is taken back, and the answer is told', async () => {
  const journey = await openJourney({ rates: realRates })
  await journey.as('ben')
  const page = await visitAsAda(journey)
  await page.goto('/@ben')
  const follow = page.getByRole('button', { name: 'Follow @ben' })
  await follow.waitFor()
  await useUpMinute(journey)
  await follow.click()
  await page.getByText(/^Not followed\. You are writing faster .+ wait \d+ seconds?\.$/).waitFor()
  await follow.waitFor()

  await moveOn(journey, page)
  await follow.click()
  await page.getByRole('button', { name: 'Following @ben' }).waitFor()
})

test('a message that came too soon goes out by itself after the wait', async () => {
  const journey = await openJourney({ rates: realRates })
  const ben = await journey.as('ben')
  const page = await visitAsAda(journey)
  const { id } = await ben.startConversation({ handles: ['ada'] })
  await page.goto('/messages/@ben')
  const box = page.getByRole('textbox', { name: /message/i })
  await box.fill('are you there?')
  await useUpMinute(journey)
  await box.press('Enter')
  await page.getByText(/Not sent\. You are writing faster .+ It goes out by itself when it can\./).waitFor()
  expect((await ben.listMessages({ id })).items).toEqual([])

  await moveOn(journey, page)
  await expect.poll(async () => (await ben.listMessages({ id })).items.length).toBe(1)
  await page.getByText('Sent', { exact: true }).waitFor()
})

test('who signs in too often waits with the form as it is', async () => {
  const journey = await openJourney({ rates: realRates })
  await journey.as('ada')
  const stranger = strangerAt(journey)
  const page = await journey.visit({ mayComplain: provoked })
  await page.clock.install()
  for (let count = 3; count < rates['sign-in'].address[0].most; count += 1)
    await stranger.signIn({ email: emailOf(`nobody_${count}`), password: PASSWORD }).catch(() => undefined)
  await page.goto('/signin')
  await page.getByLabel('E-mail').fill(emailOf('ada'))
  const password = page.getByLabel('Password', { exact: true })
  await password.fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText(/tried very often from your network\. Please wait 10 minutes\./).waitFor()
  await page.getByRole('button', { name: /^Try again in 10 min$/ }).waitFor()
  await expectAccessible(page)
  expect(await password.inputValue()).toBe(PASSWORD)

  await moveOn(journey, page, 10 * MINUTE)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/home')
})

async function visitAsAda(journey: Journey, viewport = desktop) {
  await journey.as('ada')
  const page = await journey.visit({ viewport, mayComplain: provoked })
  await page.clock.install()
  await signInByForm(page, 'ada')
  return page
}

/** As if Ada had written a lot just now, elsewhere. */
async function useUpMinute(journey: Journey) {
  const { id } = await journey.as('ada')
  const { most } = rates.write.person[0]
  for (let count = 0; count < most; count += 1)
    await journey.stores.rates.count('write', { person: id }, journey.now())
}

async function moveOn(journey: Journey, page: Awaited<ReturnType<Journey['visit']>>, milliseconds = MINUTE) {
  journey.wait(milliseconds)
  await page.clock.fastForward(milliseconds)
}
