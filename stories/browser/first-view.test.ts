import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { distDir } from './built-site.ts'
import { openJourney, phone, settled, signInByForm } from './journey.ts'
import { documents } from './pages.ts'

const KILOBYTE = 1024
const budgets = { entry: 125, lazy: 45, styles: 20, fonts: 65 }

test('the front page and the documents are whole without JavaScript, and the app says what it needs', async () => {
  const journey = await openJourney()
  const page = await journey.visit({ hasJavaScript: false, viewport: phone, mayComplain: /preload/ })
  for (const [folder, signIn] of [
    ['', 'Sign in'],
    ['/de', 'Anmelden'],
    ['/ar', 'تسجيل الدخول'],
  ] as const) {
    for (const path of documents) {
      await page.goto(`${folder}${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await page.getByRole('link', { name: signIn }).getAttribute('href')).toBe('/signin')
    }
  }
  await page.goto('/home')
  const notice = page.locator('noscript p')
  await notice.waitFor()
  expect(await notice.innerText()).toBe('Mayfly needs JavaScript here. The front page works without it.')
})

test('a chosen theme is there before anything is drawn', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  const page = await journey.visit({ colorScheme: 'light' })
  await signInByForm(page, 'ada')
  await page.goto('/settings/appearance')
  await page.getByRole('group', { name: 'Theme' }).getByText('Dark').click()
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (!document.body) return
      watch.disconnect()
      document.documentElement.dataset.themeAtFirst = document.documentElement.dataset.theme ?? 'none'
    })
    watch.observe(document, { childList: true, subtree: true })
  })
  for (const path of ['/settings/appearance', '/about']) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const { themeAtFirst } = await page.evaluate(() => ({ ...document.documentElement.dataset }))
    expect(themeAtFirst).toBe('dark')
  }
})

test('nothing moves while a page arrives, and nothing works while it is only looked at', async () => {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const post = await ada.createPost({ body: 'soon an ember', lifetime: '1-hour' })
  const reply = await ada.createPost({ body: 'a reply', replyTo: post.id })
  await ada.createPost({ body: 'and one to that', replyTo: reply.id })
  journey.wait(50 * 60_000)
  for (let number = 0; number < 30; number += 1) await ada.createPost({ body: `post number ${number}` })
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  const ben = await journey.as('ben')
  const { id } = await ben.startConversation({ handles: ['ada'] })
  for (let number = 0; number < 30; number += 1)
    await ben.sendMessage({ id, key: randomUUID(), body: `message number ${number}` })
  const pages = [
    '/',
    '/about',
    '/home',
    '/explore',
    '/@ada',
    '/home?feed=fading',
    '/bookmarks',
    `/@ada/${post.id}`,
    `/@ada/${reply.id}`,
    '/messages',
    '/messages/@ben',
  ]
  for (const path of pages) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await settled(page)
    expect([path, await shiftsOf(page)]).toEqual([path, 0])
  }

  await page.goto('/home')
  await settled(page)
  expect(await page.getByRole('article').count()).toBeLessThanOrEqual(25)
  expect(await busyShare(page)).toBeLessThan(0.1)
})

test('what a first view needs stays within its budget', async () => {
  const journey = await openJourney()
  await journey.as('ada')
  const page = await journey.visit()
  await signInByForm(page, 'ada')
  await page.goto('/home')
  await settled(page)
  const fetched = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  )
  const html = await readFile(join(distDir, 'app.html'), 'utf8')
  const entry = (await readdir(join(distDir, 'assets'))).filter((name) => html.includes(name))
  const scripts = (await readdir(join(distDir, 'assets'))).filter((name) => name.endsWith('.js'))

  const entryScripts = entry.filter((name) => name.endsWith('.js'))
  expect(entryScripts.length).toBeGreaterThan(0)
  expect(await kilobytesOf(entryScripts)).toBeLessThanOrEqual(budgets.entry)
  for (const name of scripts.filter((script) => !entry.includes(script)))
    expect([name, await kilobytesOf([name])]).toSatisfy(([, size]) => size <= budgets.lazy)
  expect(await kilobytesOf(entry.filter((name) => name.endsWith('.css')))).toBeLessThanOrEqual(budgets.styles)
  const fonts = fetched.filter((path) => path.endsWith('.woff2'))
  const fontBytes = await Promise.all(fonts.map(async (path) => (await readFile(join(distDir, path))).length))
  expect(fontBytes.reduce((sum, bytes) => sum + bytes, 0) / KILOBYTE).toBeLessThanOrEqual(budgets.fonts)
})

async function kilobytesOf(names: string[]): Promise<number> {
  const files = await Promise.all(names.map((name) => readFile(join(distDir, 'assets', name))))
  return files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0) / KILOBYTE
}

/** The sum of all layout shifts since the page began, as CLS counts them. */
const shiftsOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const observer = new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & { value: number })[]
          done(shifts.reduce((sum, { value }) => sum + value, 0))
        })
        observer.observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => done(0), 200)
      }),
  )

/** The part of its time that the page's main thread is busy while nobody does anything. */
async function busyShare(page: Page): Promise<number> {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Performance.enable')
  const read = async () => {
    const { metrics } = await devTools.send('Performance.getMetrics')
    const named = Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
    return { at: named.Timestamp ?? 0, busy: named.TaskDuration ?? 0 }
  }
  await page.waitForTimeout(3_000)
  const before = await read()
  await page.waitForTimeout(5_000)
  const after = await read()
  return (after.busy - before.busy) / (after.at - before.at)
}
