import { expect, test } from 'vitest'
import { desktop, expectAccessible, expectNoSidewaysScroll, phone, settled, signInByForm } from './journey.ts'
import { expectFitForAll, pagesOfAda, peopled } from './pages.ts'

/** Some thirty pages, in four sizes and two themes: on a busy machine that takes its time. */
const LONG = 480_000

test('every page of one who is signed in is, too', { timeout: LONG }, async () => {
  const { journey, groupId } = await peopled()
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  for (const path of [...pagesOfAda, `/messages/${groupId}`]) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await expectFitForAll(page)
  }
  await page.getByRole('button', { name: 'New post' }).first().click()
  await page.getByRole('dialog').waitFor()
  await expectFitForAll(page)
})

test('with text at 200 % nothing covers anything, and nothing is wider than the window', async () => {
  const { journey, postId } = await peopled()
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  for (const path of [
    '/home',
    '/notifications',
    '/settings',
    '/settings/appearance',
    '/settings/profile',
    '/settings/muted',
    '/welcome',
    '/@ada',
    '/@ben',
    '/@ben/followers',
    `/@ada/${postId}`,
    '/messages',
    '/messages/@ben',
  ]) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    for (const viewport of [desktop, phone]) {
      await page.setViewportSize(viewport)
      await settled(page)
      await expectNoSidewaysScroll(page)
      const covered = await page.getByRole('article').evaluateAll(
        (articles) =>
          articles.filter((article) => {
            const face = article.querySelector('.avatar')?.getBoundingClientRect()
            const words = article.querySelector('.post-name')?.getBoundingClientRect()
            return face && words && face.right > words.left
          }).length,
      )
      expect(covered).toBe(0)
    }
  }
})

test('a conversation that cannot be says why', async () => {
  const { journey } = await peopled()
  const page = await journey.visit({ mayComplain: /404|422/ })
  await signInByForm(page, 'ada')
  for (const [path, words] of [
    ['/messages/@nobody_here', 'There is nobody here by the name @nobody_here.'],
    ['/messages/@ada', 'You cannot write to yourself.'],
    ['/messages/01890a5d-ac96-774b-bcce-b302099a8057', 'There is no such conversation of yours.'],
    ['/messages/not-an-id', 'There is no such conversation of yours.'],
  ] as const) {
    await page.goto(path)
    await page.getByText(words).waitFor()
    await expectAccessible(page)
  }
})
