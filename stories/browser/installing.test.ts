import { expect, test } from 'vitest'
import { emailOf, PASSWORD } from '../guest.ts'
import { expectAccessible, openJourney, phone, settled } from './journey.ts'

test('the browser offers to install Mayfly, and can read all that its manifest names', async () => {
  const journey = await openJourney()
  const page = await journey.visit()
  await page.goto('/')
  const devTools = await page.context().newCDPSession(page)
  const { errors, data } = await devTools.send('Page.getAppManifest')
  expect(errors).toEqual([])
  const { installabilityErrors } = await devTools.send('Page.getInstallabilityErrors')
  expect(installabilityErrors).toEqual([])
  const manifest = JSON.parse(data ?? '{}')
  for (const { src, sizes, type } of manifest.icons) {
    const icon = await page.request.get(src)
    expect([icon.status(), icon.headers()['content-type']]).toEqual([200, type])
    if (type !== 'image/png') continue
    const [width, height] = [16, 20].map((at) => icon.body().then((body) => body.readUInt32BE(at)))
    expect(`${await width}x${await height}`).toBe(sizes)
  }
  for (const { url } of manifest.shortcuts) expect((await page.request.get(url)).status()).toBe(200)
})

test('what another app shares is a draft in the open composer, beside what was begun before', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const quoted = await ada.createPost({ body: 'pass me on' })
  const page = await journey.visit({ viewport: phone })
  await page.goto('/compose?title=A%20walk&text=Look%20at%20this&url=https%3A%2F%2Fexample.org%2Fwalk&x=1')
  await page.waitForURL('**/signin**')
  await page.getByLabel('E-mail').fill(emailOf('ada'))
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  const box = page.getByLabel('What would you like to say?')
  await box.waitFor()
  await expect.poll(() => box.inputValue()).toBe('A walk\nLook at this\nhttps://example.org/walk')
  expect(new URL(page.url()).pathname).toBe('/home')
  await settled(page)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Close' }).click()
  await page.goto(`/compose?text=${encodeURIComponent(`${journey.siteOrigin}/@ada/${quoted.id}`)}`)
  await page.getByRole('region', { name: 'Quoted post' }).getByText('pass me on').waitFor()
  expect(await box.inputValue()).toBe('')
  await page.getByRole('button', { name: 'Close' }).click()
  await page.goto('/drafts')
  await page.getByText('Look at this').waitFor()
  await page.goto('/compose')
  await box.waitFor()
  expect(await box.inputValue()).toBe('')
})
