import { buffer } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { type Journey, openJourney, phone, settled, signInByForm } from './journey.ts'
import { phonePhoto, quartersOf, upright } from './sample-photos.ts'

const BYTES_PER_SECOND = 4_000_000

const picker = (page: Page) => page.getByLabel('Photos', { exact: true }).and(page.locator('input'))

test('a photo of twelve megapixels is ready by itself, and a face upright wherever it is worn', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  await ada.createPost({ body: 'Who am I?' })
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  await page.keyboard.press('n')
  const arrival = endOfSending(journey, page)
  await picker(page).setInputFiles(await phonePhoto())
  await arrival
  await page.getByRole('list', { name: 'Photos' }).getByText('Ready').waitFor()
  await page.keyboard.press('Escape')

  await page.getByRole('article').getByRole('link', { name: 'Ada' }).first().click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add a profile picture' }).click()
  await (await chooser).setFiles(await phonePhoto())
  await page.getByRole('group', { name: /picture in its frame/ }).waitFor()
  const faceArrival = endOfSending(journey, page)
  await page.getByRole('button', { name: 'Save' }).click()
  await faceArrival
  for (const place of ['article', 'nav, .account']) await shownFace(page, place)
  expect(await quartersOf(page.locator('article .avatar img'))).toEqual(upright)
})

/** Waits until the face is drawn in this part of the page. */
const shownFace = (page: Page, place: string) =>
  page.waitForFunction(
    (part) =>
      [...document.querySelectorAll(part)].some((element) => {
        const face = element.querySelector<HTMLImageElement>('.avatar img')
        return face?.complete && face.naturalWidth > 0
      }),
    place,
  )

test('a photo of twelve megapixels is upright wherever it is shown, and gone to its last byte', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const page = await journey.visit({ viewport: phone, mayComplain: /410/ })
  await signInByForm(page, 'ada')
  await page.getByRole('button', { name: 'New post' }).first().click()
  const tray = page.getByRole('list', { name: 'Photos' })
  const progress = await noteProgress(page)
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(await phonePhoto())
  await tray.getByText('Ready').waitFor()
  expect((await progress()).length).toBeGreaterThanOrEqual(3)
  expect(await quartersOf(tray.locator('img'))).toEqual(upright)

  await page.getByText('1 hour', { exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Post', exact: true }).click()
  await page.getByRole('button', { name: 'Post anyway' }).click()
  const shown = page.getByRole('article').locator('.photo-link img[data-state="settled"]')
  await shown.waitFor()
  expect(await quartersOf(shown)).toEqual(upright)
  await page.getByRole('link', { name: /^Photo/ }).click()
  const large = page.getByRole('dialog', { name: 'Photo' }).locator('img')
  await expect.poll(() => quartersOf(large)).toEqual(upright)
  await page.keyboard.press('Escape')

  const [post] = (await ada.homeFeed({})).items
  if (post === undefined) throw new Error('Nothing was posted.')
  for (const place of [`/@ada/${post.id}`, '/@ada', '/explore']) {
    await page.goto(place)
    await shown.first().waitFor()
    await settled(page)
    expect([place, await quartersOf(shown.first())]).toEqual([place, upright])
  }
  await expectNoTraces(journey)

  const src = (await shown.first().getAttribute('src')) as string
  await page.close()
  // A picture alone in a tab: what the browser itself draws around it is refused by the picture's policy.
  const tab = await journey.visit({ mayComplain: /./ })
  const left = new Date(post.expiresAt).getTime() - journey.now().getTime()
  journey.wait(left - 4_000)
  const last = await tab.goto(src)
  expect(last?.status()).toBe(200)
  expect((await fetch(src)).headers.get('x-cache')).toBe('Hit from cloudfront')
  await tab.waitForTimeout(5_000)
  const over = await tab.goto(src)
  expect(over?.status()).toBe(410)
  await journey.functions['expire-posts']({})
  expect([await journey.rawKeys(), await journey.processedKeys()]).toEqual([[], []])
})

/** Lets the line be slow, and notes the numbers that a progress ring shows from now on. */
async function noteProgress(page: Page): Promise<() => Promise<string[]>> {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Network.enable')
  await devTools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: BYTES_PER_SECOND,
  })
  const seen = await page.evaluateHandle(() => {
    const numbers = new Set<string>()
    const look = () => {
      const number = document.querySelector('[role="progressbar"]')?.getAttribute('aria-valuenow')
      if (number) numbers.add(number)
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true })
    return numbers
  })
  return () => seen.evaluate((numbers) => [...numbers])
}

/** Waits until a file has arrived in the raw bucket. */
async function endOfSending({ uploadsOrigin }: Journey, page: Page): Promise<void> {
  const answer = await page.waitForResponse(
    (response) => response.url().startsWith(uploadsOrigin) && response.request().method() === 'POST',
  )
  expect(answer.status()).toBe(204)
}

/** Nothing but pixels is in what is stored, and of the file itself there is nothing left. */
async function expectNoTraces(journey: Journey) {
  expect(await journey.rawKeys()).toEqual([])
  const keys = (await journey.processedKeys()).filter((key) => key.startsWith('photos/'))
  expect(keys).toHaveLength(3)
  for (const key of keys) {
    const stored = await buffer(
      (await journey.stores.objects.openProcessed(key)) as AsyncIterable<Uint8Array>,
    )
    const { format, exif, xmp, icc, iptc, orientation } = await sharp(stored).metadata()
    expect({ format, exif, xmp, icc, iptc, orientation }).toEqual({ format: 'webp' })
    expect(stored.toString('latin1')).not.toMatch(/EXIF|XMP |ICCP|somebody/)
  }
}
