import { test } from 'vitest'
import { expectAccessible } from './journey.ts'
import { expectFitForAll, peopled, publicPages } from './pages.ts'

/** Some thirty pages, in four sizes and two themes: on a busy machine that takes its time. */
const LONG = 480_000

test('every public page is accessible in both themes, at every size, and never scrolls sideways', {
  timeout: LONG,
}, async () => {
  const { journey, postId, replyId } = await peopled()
  const page = await journey.visit()
  for (const path of [
    ...publicPages,
    `/@ben/${replyId}`,
    ...['', '/quotes', '/reposts', '/likes'].map((list) => `/@ada/${postId}${list}`),
  ]) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await expectFitForAll(page)
  }
})

test('an address that leads nowhere says so, kindly', async () => {
  const { journey } = await peopled()
  const page = await journey.visit({ mayComplain: /404|410/ })
  for (const path of [
    '/nowhere',
    '/@nobody_here',
    '/@ada/01890a5d-ac96-774b-bcce-b302099a8057',
    '/@ada/not-an-id',
  ]) {
    await page.goto(path)
    await page
      .getByRole('heading', { name: /gone|faded|nobody|never was/i })
      .first()
      .waitFor()
    await expectAccessible(page)
  }
})
