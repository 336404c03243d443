import AxeBuilder from '@axe-core/playwright'
import { mailboxPagePolicy, renderMailboxPage } from '@mayfly/local/cognito/mailbox-page'
import { freePort } from '@mayfly/local/ports'
import { startSite } from '@mayfly/local/site/site'
import type { Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { emailOf, PASSWORD } from '../guest.ts'
import { openStoryHouse } from '../house.ts'
import { distDir } from './built-site.ts'
import { launchChromium } from './chromium.ts'

export const desktop = { width: 1280, height: 900 }
export const phone = { width: 412, height: 839 }

export type Journey = Awaited<ReturnType<typeof openJourney>>

/** The whole of Mayfly with its site, and browsers before it. Whatever a page complains of fails the test. */
export async function openJourney(
  options: Pick<NonNullable<Parameters<typeof openStoryHouse>[0]>, 'rates'> = {},
) {
  const port = await freePort()
  const siteOrigin = `http://localhost:${port}`
  const house = await openStoryHouse({ siteOrigin, ...options })
  const site = await startSite({
    port,
    distDir,
    config: {
      apiOrigin: house.apiOrigin,
      assetsOrigin: house.assetsOrigin,
      mailboxUrl: `${siteOrigin}/mailbox`,
    },
    backendOrigin: house.backendOrigin,
    uploadsOrigin: house.uploadsOrigin,
    deadLetters: house.messages.deadLetters,
    mailbox: (to) => ({
      html: renderMailboxPage(house.mailbox.list(to), { to, siteUrl: siteOrigin }),
      policy: mailboxPagePolicy,
    }),
  })
  onTestFinished(() => site.stop())

  return {
    ...house,
    siteOrigin,
    /** A browser of its own, as somebody at this size and in this theme would have it. */
    visit: (options: VisitOptions = {}) => visit(siteOrigin, options),
  }
}

interface VisitOptions {
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  hasJavaScript?: boolean
  /** What the browser prefers to read. */
  locale?: string
  /** What the page may say on its console, because the journey provokes it. */
  mayComplain?: RegExp
}

/** A browser for each: npm's Chromium is a single process, in which profiles hear and see each other. */
async function visit(siteOrigin: string, options: VisitOptions) {
  const { viewport = desktop, colorScheme = 'light', hasJavaScript = true, locale = 'en-GB' } = options
  const isPhone = viewport.width < 640
  const browser = await launchChromium()
  const context = await browser.newContext({
    baseURL: siteOrigin,
    viewport,
    colorScheme,
    javaScriptEnabled: hasJavaScript,
    hasTouch: isPhone,
    isMobile: isPhone,
    locale,
    timezoneId: 'Europe/Berlin',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  const complaints: string[] = []
  const note = (text: string) => {
    if (!options.mayComplain?.test(text)) complaints.push(text)
  }
  page.on('pageerror', (error) => note(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') note(message.text())
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`),
    )
  })
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') console.log(await whatIsSeen(page))
    await browser.close()
    expect(complaints).toEqual([])
  })
  return page
}

/** The page as a screen reader has it: what a failed journey is understood by. */
async function whatIsSeen(page: Page): Promise<string> {
  const seen = await page
    .locator('body')
    .ariaSnapshot({ timeout: 5_000 })
    .catch((error: unknown) => String(error))
  return `When it failed, ${page.url()} was:\n${seen}`
}

/** Signs in by the form, as somebody whom the story made before. */
export async function signInByForm(page: Page, handle: string) {
  await page.goto('/signin')
  await page.getByLabel('E-mail').fill(emailOf(handle))
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/home')
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor()
}

/** No violation of WCAG 2.2 AA that axe can find. In the dark only what colours change is looked at again. */
export async function expectAccessible(page: Page) {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expectNoViolation(axeFor(page).withTags(standards))
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expectNoViolation(axeFor(page).withRules(['color-contrast', 'link-in-text-block']))
}

/** Mayfly's pages have no frames, so axe need not open a page of its own for each look. */
const axeFor = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function expectNoViolation(axe: AxeBuilder) {
  const { violations, url } = await axe.analyze()
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  expect([url, told]).toEqual([url, []])
}

/** Waits until the page has come to rest: all is read, drawn and scrolled to. Returns where it was scrolled to. */
export async function settled(page: Page): Promise<number> {
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .sk, .boot'))
  return page.evaluate(async () => {
    const STILL_FRAMES = 10
    await document.fonts.ready
    let place = scrollY
    for (let still = 0; still < STILL_FRAMES; still += 1) {
      await new Promise(requestAnimationFrame)
      if (scrollY !== place) still = 0
      place = scrollY
    }
    return place
  })
}

/** Nothing is wider than the window. */
export async function expectNoSidewaysScroll(page: Page) {
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  expect(inner).toBeLessThanOrEqual(outer ?? 0)
}
