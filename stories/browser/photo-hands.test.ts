import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dragOver, dropOn, handOn } from './hands.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  type Journey,
  openJourney,
  phone,
  signInByForm,
} from './journey.ts'
import { plainPhoto } from './sample-photos.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const tray = (page: Page) => page.getByRole('list', { name: 'Photos' })
const ready = (page: Page) => tray(page).getByText('Ready')
const picker = (page: Page) => page.getByLabel('Photos', { exact: true }).and(page.locator('input'))

async function openComposer(page: Page) {
  await signInByForm(page, 'ada')
  await page.getByRole('button', { name: 'New post' }).first().click()
  await dialog(page).waitFor()
}

async function post(page: Page) {
  await dialog(page).getByRole('button', { name: 'Post', exact: true }).click()
  await page.getByRole('button', { name: 'Post anyway' }).click()
  await dialog(page).waitFor({ state: 'detached' })
  await page.getByRole('article').waitFor()
}

test('photos are dropped anywhere on the composer, pasted, put in order and taken out while they are sent', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const page = await journey.visit({ mayComplain: /ERR_FAILED/ })
  await openComposer(page)
  await dropOn(
    page,
    page.getByRole('heading', { name: 'New post' }),
    await plainPhoto('one.png', '#700', 600),
  )
  await dropOn(page, page.locator('.chip', { hasText: '7 days' }), await plainPhoto('two.png', '#070', 700))
  await pasteInto(page, page.getByLabel('What would you like to say?'))
  await expect.poll(() => ready(page).count(), { timeout: 20_000 }).toBe(3)

  await page.getByRole('button', { name: 'Move photo 1 later' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expectFocusOn(page, 'Move photo 3 later')
  await dragOver(page, tray(page).locator('.tray-picture').nth(0), tray(page).locator('.tray-picture').nth(1))

  const raw = `${journey.uploadsOrigin}/**`
  await page.route(raw, () => {})
  const given = page.waitForResponse((response) => response.url() === `${journey.apiOrigin}/uploads`)
  await picker(page).setInputFiles(await plainPhoto('slow.png', '#007'))
  await given
  const stopped = page.waitForEvent('requestfailed', (request) =>
    request.url().startsWith(journey.uploadsOrigin),
  )
  await tray(page).getByRole('progressbar').waitFor()
  await page.getByRole('button', { name: 'Remove photo 4' }).click()
  await stopped
  await page.unroute(raw)
  await expectFocusOn(page, 'Remove photo 3')
  await expect.poll(() => uploadsIn(journey)).toBe(3)

  await post(page)
  const [stored] = (await ada.homeFeed({})).items
  expect(stored?.photos.map(({ width }) => width)).toEqual([40, 700, 600])
})

test('a photo waits for the line, and gets another form when its own is over', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  const page = await journey.visit({ mayComplain: /ERR_|403|Failed to load/ })
  await openComposer(page)
  await page.context().setOffline(true)
  await picker(page).setInputFiles(await plainPhoto('one.png', '#700'))
  await tray(page).getByText('Waits for the connection').waitFor()
  let refused = 0
  await page.route(`${journey.uploadsOrigin}/**`, (route) => {
    refused += 1
    if (refused > 1) return route.continue()
    return route.fulfill({ status: 403, headers: { 'access-control-allow-origin': journey.siteOrigin } })
  })
  await page.context().setOffline(false)
  await ready(page).waitFor()
  expect(refused).toBe(2)
  await expect.poll(() => uploadsIn(journey)).toBe(1)
})

test('four photos have their room before they come, and lose their colours with the post', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  const page = await journey.visit()
  await openComposer(page)
  const colours = ['#700', '#070', '#007', '#770']
  await picker(page).setInputFiles(
    await Promise.all(colours.map((colour) => plainPhoto(`${colour.slice(1)}.png`, colour))),
  )
  await expect.poll(() => ready(page).count(), { timeout: 20_000 }).toBe(4)
  await page.getByRole('button', { name: 'Add photos. There is no room for more' }).waitFor()
  await dropOn(page, page.getByRole('heading', { name: 'New post' }), await plainPhoto('five.png', '#077'))
  await page.getByText('A post has at most 4 photos. The others were left out.').waitFor()
  await page.getByText('1 hour', { exact: true }).click()
  await post(page)

  const letThrough = Promise.withResolvers<void>()
  await page.route(`${journey.assetsOrigin}/**`, (route) => letThrough.promise.then(() => route.continue()))
  await page.reload()
  const tiles = page.locator('.photo-tile')
  await expect.poll(() => tiles.count()).toBe(4)
  const boxes = () => Promise.all([0, 1, 2, 3].map((index) => tiles.nth(index).boundingBox()))
  const before = await boxes()
  for (let index = 0; index < 4; index += 1)
    expect(await tiles.nth(index).evaluate((tile) => tile.style.backgroundImage)).toMatch(/^url\("data:image/)
  letThrough.resolve()
  await expect.poll(() => page.locator('.photo-link img[data-state="settled"]').count()).toBe(4)
  expect(await boxes()).toEqual(before)
  expect(await shiftsOf(page)).toBe(0)

  const young = await saturationOf(page)
  journey.wait(50 * 60_000)
  await page.reload()
  await page.locator('.photo-link img').first().waitFor()
  expect(young).toBeGreaterThan(0.9)
  expect(await saturationOf(page)).toBeLessThan(0.5)
})

test('on a phone there is the camera, two fingers crop a face, and photos at large obey hands and keys', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  const page = await journey.visit({ viewport: phone })
  await openComposer(page)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Take a photo' }).click()
  const camera = await chooser
  expect(camera.isMultiple()).toBe(false)
  expect(await camera.element().getAttribute('capture')).toBe('environment')
  await camera.setFiles(await plainPhoto('taken.png', '#700'))
  await picker(page).setInputFiles(await plainPhoto('picked.png', '#070'))
  await expect.poll(() => ready(page).count(), { timeout: 20_000 }).toBe(2)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await post(page)

  const hand = await handOn(page)
  await page.getByRole('link', { name: /^Photo 1 of 2/ }).click()
  const zoomIn = page.getByRole('button', { name: 'Zoom in' })
  const zoomOut = page.getByRole('button', { name: 'Zoom out' })
  await zoomIn.waitFor()
  await hand.pinch(40, 120)
  await zoomOut.waitFor()
  await hand.pinch(120, 20)
  await zoomIn.waitFor()
  await hand.tap()
  await hand.tap()
  await zoomOut.waitFor()
  await page.keyboard.press('0')
  await zoomIn.waitFor()
  await page.keyboard.press('+')
  await zoomOut.waitFor()
  const place = () => page.locator('.lightbox-stage img').evaluate((image) => image.style.transform)
  const resting = await place()
  await page.keyboard.press('ArrowRight')
  await expect.poll(place).not.toBe(resting)
  await page.keyboard.press('0')
  await hand.swipe(-150, 0)
  await page.getByRole('dialog', { name: 'Photo 2 of 2' }).waitFor()
  await hand.swipe(150, 0)
  await page.getByRole('dialog', { name: 'Photo 1 of 2' }).waitFor()
  await hand.swipe(0, 200)
  await dialog(page).waitFor({ state: 'detached' })

  await page.goto('/@ada')
  const faceChooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add a profile picture' }).click()
  await (await faceChooser).setFiles(await plainPhoto('face.png', '#077'))
  const frame = page.getByRole('group', { name: /picture in its frame/ })
  await frame.waitFor()
  const zoom = () => page.getByRole('slider', { name: 'Zoom' }).inputValue().then(Number)
  expect(await zoom()).toBe(1)
  await hand.pinch(40, 100, frame)
  await expect.poll(zoom).toBeGreaterThan(2)
})

/** How many uploads the house knows. */
const uploadsIn = async (journey: Journey) =>
  Number((await journey.query('select count(*) from pictures')).rows[0]?.count)

/** Pastes a picture of 40 by 30 pixels that was copied elsewhere. */
async function pasteInto(page: Page, target: Locator) {
  await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 30 })
    canvas.getContext('2d')?.fillRect(0, 0, 40, 30)
    const blob = await new Promise<Blob | null>((drawn) => canvas.toBlob(drawn))
    if (blob) await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
  })
  await target.focus()
  await page.keyboard.press('Control+v')
}

const expectFocusOn = (page: Page, name: string) =>
  expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(name)

const saturationOf = async (page: Page) =>
  Number(
    /saturate\(([\d.]+)\)/.exec(
      await page.locator('.photo-grid').evaluate((grid) => getComputedStyle(grid).filter),
    )?.[1],
  )

/** How far what is on the page has moved by itself since it was opened. */
const shiftsOf = (page: Page) =>
  page.evaluate(async () => {
    let sum = 0
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += shift.value
    }).observe({ type: 'layout-shift', buffered: true })
    await new Promise((done) => setTimeout(done, 200))
    return sum
  })
