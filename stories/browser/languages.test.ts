import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { emailOf, PASSWORD } from '../guest.ts'
import { upload } from '../uploads.ts'
import { desktop, expectAccessible, expectNoSidewaysScroll, openJourney, phone, settled } from './journey.ts'
import { documents, pagesOfAda, peopled, publicPages } from './pages.ts'

const read = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(`${import.meta.dirname}/../../web/language/${language}.json`, 'utf8'))

const catalogues = { de: read('de'), ar: read('ar') }
type Language = keyof typeof catalogues

/** Signs in by the form as its language has it. */
async function signIn(page: Page, words: Record<string, string>) {
  await page.goto('/signin')
  await page.getByLabel(words['E-mail'] ?? '').fill(emailOf('ada'))
  await page.getByLabel(words.Password ?? '', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: words['Sign in'] ?? '', exact: true }).click()
  await page.waitForURL('**/home')
  await page.getByRole('heading', { name: words.Home ?? '', level: 1 }).waitFor()
}

/** What a page shows or tells in English although it has other words for it. */
async function leftInEnglish(page: Page, language: Language): Promise<string[]> {
  const seen = await page.evaluate(() => {
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '')
    for (const element of document.querySelectorAll('*'))
      for (const name of ['aria-label', 'aria-description', 'alt', 'placeholder', 'title'])
        texts.push(element.getAttribute(name) ?? '')
    return [...texts, document.title].map((text) => text.trim())
  })
  const catalogue = catalogues[language]
  const translated = new Set(Object.values(catalogue))
  const english = Object.keys(catalogue)
    .map((text) => text.split('||')[0] as string)
    .filter((text) => !translated.has(text))
    .map(patternOf)
  return [...new Set(seen)].filter((text) => english.some((pattern) => pattern.test(text)))
}

/** A text with anything for its values. Texts that are all values are found nowhere. */
function patternOf(text: string): RegExp {
  if (/[<,]\s*(plural|select)|</.test(text) || !/\p{L}{3}/u.test(text.replaceAll(/\{\w+\}/g, '')))
    return /^\b$/
  const source = text.replaceAll(/[.*+?^$()[\]\\|]/g, '\\$&').replaceAll(/\{\w+\}/g, '.+')
  return new RegExp(`^${source}$`, 'u')
}

test('the language is chosen in the settings, is there at once, and stays', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  const page = await journey.visit()
  await signIn(page, { 'E-mail': 'E-mail', Password: 'Password', 'Sign in': 'Sign in', Home: 'Home' })
  await page.goto('/settings/appearance')
  await page.getByRole('radio', { name: 'Deutsch' }).check({ force: true })
  await page.getByRole('heading', { name: 'Darstellung', level: 1 }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
  await expectAccessible(page)
  await page.reload()
  await page.getByRole('radio', { name: 'Deutsch', checked: true }).waitFor({ state: 'attached' })

  // What the server says comes in the same language.
  await page.goto('/settings/profile')
  await page.getByLabel('Name').fill(' ')
  await page.getByRole('button', { name: 'Speichern' }).first().click()
  await page.getByText('Ein Name darf nicht leer sein.').waitFor()

  await page.goto('/settings/appearance')
  await page.getByRole('radio', { name: 'Wie mein Browser' }).click({ force: true })
  await page.getByRole('heading', { name: 'Appearance', level: 1 }).waitFor()
})

/** One of each kind: the front page, one with a table, one with buttons. */
const documentKinds = ['/', '/help', '/about']

test('the front page speaks the language of the browser, and another one is chosen in its foot', async () => {
  const journey = await openJourney()
  const page = await journey.visit({ locale: 'de-AT', viewport: phone })
  await page.goto('/')
  await page.waitForURL('**/de')
  for (const path of documentKinds) {
    await page.goto(`/de${path}`)
    await expectAccessible(page)
  }
  await page.getByRole('link', { name: 'العربية' }).click()
  await page.waitForURL('**/ar/about')
  for (const path of documentKinds) {
    await page.goto(`/ar${path}`)
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    await expectAccessible(page)
  }
  await page.goto('/')
  await page.waitForURL('**/ar')
  await page.getByRole('link', { name: catalogues.ar['Sign in'] ?? '' }).click()
  await page.getByRole('link', { name: catalogues.ar.About ?? '' }).click()
  await page.waitForURL('**/ar/about')
  await page.getByRole('link', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'A post is a wick' }).waitFor()
  await page.goto('/')
  await page.getByRole('heading', { name: 'Say it, then let it go.' }).waitFor()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor()
})

test('on an Arabic phone Mayfly is read and turned from right to left, and a post is written there', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const page = await journey.visit({ locale: 'ar-EG', viewport: phone, colorScheme: 'dark' })
  await signIn(page, catalogues.ar)
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  await page
    .getByRole('button', { name: catalogues.ar['New post'] ?? '' })
    .first()
    .click()
  await page.getByRole('textbox').first().fill('مرحبا بالعالم، هذا كل شيء')
  await page.getByRole('button', { name: catalogues.ar['Post||verb'] ?? '', exact: true }).click()
  const post = page.getByRole('article').filter({ hasText: 'مرحبا بالعالم' })
  await post.waitFor()
  const [face, name] = [post.locator('.avatar').first(), post.locator('.post-name').first()]
  const [faceBox, nameBox] = [await face.boundingBox(), await name.boundingBox()]
  expect(faceBox?.x).toBeGreaterThan(nameBox?.x ?? 0)
  await expectAccessible(page)

  const photos = [
    { id: (await upload(ada)).id, alt: 'before' },
    { id: (await upload(ada)).id, alt: 'after' },
  ]
  const { id } = await ada.createPost({ body: 'two photos', photos })
  await page.goto(`/@ada/${id}`)
  await page.locator('.photo-link').first().click()
  const description = page.locator('.lightbox-alt')
  await description.getByText('before').waitFor()
  await page.keyboard.press('ArrowLeft')
  await description.getByText('after').waitFor()
})

test.each(['de', 'ar'] as const)(
  'in %s no page has a word of English, and none is too wide',
  {
    timeout: 480_000,
  },
  async (language) => {
    const { journey, postId, groupId } = await peopled()
    const page = await journey.visit({ locale: language })
    const left: Record<string, string[]> = {}
    const look = async (path: string) => {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await settled(page)
      const english = await leftInEnglish(page, language)
      if (english.length > 0) left[path] = english
      for (const viewport of [{ width: 320, height: 640 }, desktop]) {
        await page.setViewportSize(viewport)
        await expectNoSidewaysScroll(page)
      }
    }
    const inApp = publicPages.slice(documents.length).filter((path) => path !== '/mailbox')
    for (const path of documents) await look(`/${language}${path}`)
    for (const path of [...inApp, `/@ada/${postId}`]) await look(path)
    await signIn(page, catalogues[language])
    for (const path of [...pagesOfAda, `/@ada/${postId}`, `/messages/${groupId}`]) await look(path)
    await look('/home')
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    left['?'] = await leftInEnglish(page, language)
    expect(left).toEqual({ '?': [] })
  },
)
