import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { HOUR } from '../house.ts'
import {
  desktop,
  expectAccessible,
  expectNoSidewaysScroll,
  openJourney,
  phone,
  settled,
  signInByForm,
} from './journey.ts'
import { phonePhoto, plainPhoto } from './sample-photos.ts'

/** As the gateway answers when the backend does not. */
const busy = {
  status: 503,
  headers: { 'access-control-allow-origin': '*' },
  contentType: 'application/problem+json',
  body: JSON.stringify({ code: 'unavailable', detail: 'Please try again in a moment.' }),
}

const box = (page: Page) => page.getByLabel('What would you like to say?')
const picker = (page: Page) => page.getByLabel('Photos', { exact: true }).and(page.locator('input'))
const ready = (page: Page) => page.getByRole('list', { name: 'Photos' }).getByText('Ready')
const send = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Post', exact: true })

test.each([
  ['desktop', desktop],
  ['phone', phone],
])('a photo from a phone is picked, described, posted and seen upright, on a %s', async (_, viewport) => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const page = await journey.visit({ viewport })
  await signInByForm(page, 'ada')
  await page.getByRole('button', { name: 'New post' }).first().click()
  await picker(page).setInputFiles([await phonePhoto(), await plainPhoto('teal.png', '#077')])
  await expect.poll(() => ready(page).count(), { timeout: 20_000 }).toBe(2)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Move photo 2 earlier' }).click()
  await send(page).click()
  await page.getByText('2 photos have no description.').waitFor()
  await page.getByRole('button', { name: 'Add descriptions' }).click()
  const description = page.getByRole('dialog').getByRole('textbox').last()
  await description.fill('A teal field')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save, next photo' }).click()
  await description.fill('An orange wall')
  await page.keyboard.press('Control+Enter')
  await send(page).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('article').waitFor()

  const [post] = (await ada.homeFeed({})).items
  expect(post).toMatchObject({ body: '', photos: [{ alt: 'A teal field' }, { alt: 'An orange wall' }] })
  expect(post?.photos[1]).toMatchObject({ width: 3000, height: 4000 })
  const article = page.getByRole('article').first()
  await article.getByRole('img', { name: 'An orange wall' }).waitFor()
  await expectShown(page)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await article.getByRole('button', { name: 'ALT text of photo 1' }).click()
  await article.getByRole('region', { name: 'Description' }).getByText('A teal field').waitFor()
  await page.keyboard.press('Escape')
  await article.getByRole('link', { name: /Photo 2 of 2/ }).press('Enter')
  const lightbox = page.getByRole('dialog', { name: 'Photo 2 of 2' })
  await lightbox.getByText('An orange wall').waitFor()
  await expectAccessible(page)
  await page.keyboard.press('ArrowLeft')
  await page.getByRole('dialog', { name: 'Photo 1 of 2' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  expect(focused).toMatch(/^Photo 2 of 2/)

  await article.focus()
  await page.keyboard.press('i')
  await page.getByRole('dialog', { name: 'Photo 1 of 2' }).waitFor()
})

test('photos stay with a draft over a reload, and a photo that failed is sent again', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const page = await journey.visit({ mayComplain: /Failed to load|ERR_/ })
  await signInByForm(page, 'ada')
  await page.keyboard.press('n')
  await picker(page).setInputFiles(await plainPhoto('one.png', '#700'))
  await expect.poll(() => ready(page).count(), { timeout: 20_000 }).toBe(1)
  await page.getByText('Draft saved').waitFor()
  const uploads = `${journey.apiOrigin}/uploads/*`
  await page.route(uploads, (route) => route.fulfill(busy))
  await page.reload()
  await page.getByRole('button', { name: 'New post' }).first().click()
  await expect.poll(() => ready(page).count()).toBe(1)
  await page.unroute(uploads)

  const raw = `${journey.uploadsOrigin}/**`
  await page.route(raw, (route) => route.abort())
  await picker(page).setInputFiles(await plainPhoto('two.png', '#070'))
  await page.getByText('The line broke while the picture was sent.').waitFor()
  expect(await send(page).isDisabled()).toBe(true)
  await page.unroute(raw)
  await page.getByRole('button', { name: 'Try again' }).click()
  await box(page).fill('Two of them')
  await send(page).click()
  await page.getByRole('button', { name: 'Post anyway' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached', timeout: 20_000 })
  await page.getByRole('article').waitFor()
  expect((await ada.homeFeed({})).items[0]).toMatchObject({ body: 'Two of them', photos: [{}, {}] })
})

test('files that hold no picture are refused in words, and a discarded draft leaves nothing behind', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  await page.keyboard.press('n')
  const html = { name: 'page.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<script>alert(1)</script>') }
  const vector = { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') }
  await picker(page).setInputFiles([html, vector, await plainPhoto('one.png', '#700')])
  await page.getByText("This file can't be read as a picture. It may be damaged.").waitFor()
  await page.getByText('Mayfly takes JPEG, PNG, WebP, AVIF and GIF pictures.').waitFor()
  await expect.poll(() => ready(page).count(), { timeout: 20_000 }).toBe(1)
  await page.getByRole('button', { name: 'Discard draft' }).click()
  await page.getByRole('button', { name: 'Discard', exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect
    .poll(async () => {
      await journey.functions['expire-posts']({})
      return journey.processedKeys()
    })
    .toEqual([])
})

test('an avatar and a banner are cropped with keys, and show everywhere at once', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  await page.keyboard.press('n')
  await box(page).fill('Who am I?')
  await send(page).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('article').getByRole('link', { name: 'Ada' }).first().click()

  for (const name of ['profile picture', 'banner']) {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: `Add a ${name}` }).click()
    await (await chooser).setFiles(await phonePhoto())
    await page.getByRole('group', { name: /picture in its frame/ }).waitFor()
    await page.keyboard.press('+')
    await page.keyboard.press('ArrowRight')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Turn right' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText(`Your new ${name} is there.`).waitFor({ timeout: 20_000 })
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await expect.poll(() => page.locator('article .avatar img').count()).toBe(1)
  await expect.poll(() => page.locator('nav .avatar img, .account .avatar img').count()).toBe(1)
  await expectShown(page)
  await settled(page)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Change your profile picture' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await page.getByText('Your profile picture is removed.').waitFor()
  await expect.poll(() => page.locator('.avatar img').count()).toBe(0)
})

test('who looks at a photo at large when its time is over is told so', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  const page = await journey.visit({ mayComplain: /410/ })
  await page.clock.install()
  await signInByForm(page, 'ada')
  await page.keyboard.press('n')
  await page.getByText('1 hour', { exact: true }).click()
  await picker(page).setInputFiles(await plainPhoto('one.png', '#700'))
  await send(page).click()
  await page.getByRole('button', { name: 'Post anyway' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached', timeout: 20_000 })
  await page
    .getByRole('article')
    .getByRole('link', { name: /^Photo/ })
    .click()
  await page.getByRole('dialog', { name: 'Photo' }).waitFor()
  journey.wait(HOUR)
  await page.clock.fastForward(HOUR)
  await page.getByText('This post has faded, and its photos with it.').waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

/** All pictures on screen have come. */
async function expectShown(page: Page) {
  await expect
    .poll(() =>
      page
        .locator('img')
        .evaluateAll((images) =>
          images.every(
            (image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0,
          ),
        ),
    )
    .toBe(true)
}
