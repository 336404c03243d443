import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openJourney, signInByForm } from './journey.ts'

/** How often this page has opened the stream of live events. */
function countStreams(page: Page) {
  const seen = { streams: 0 }
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/live') seen.streams += 1
  })
  return seen
}

const badge = (page: Page, count: number) =>
  page.getByRole('link', { name: new RegExp(`^Messages.*${count} unread`) }).first()

test('all tabs of a browser hear of a message over one stream, also when its tab is closed', async () => {
  const journey = await openJourney()
  const ben = await journey.as('ben')
  await journey.as('ada')
  const first = await journey.visit()
  const streamsOfFirst = countStreams(first)
  await signInByForm(first, 'ada')
  await expect.poll(() => streamsOfFirst.streams, { timeout: 20_000 }).toBe(1)

  const second = await first.context().newPage()
  const streamsOfSecond = countStreams(second)
  await second.goto('/home')
  await second.getByRole('heading', { name: 'Home', level: 1 }).waitFor()
  const { id } = await ben.startConversation({ handles: ['ada'] })
  const say = (body: string) => ben.sendMessage({ id, key: randomUUID(), body })
  await say('one')
  await badge(first, 1).waitFor()
  await badge(second, 1).waitFor()
  expect([streamsOfFirst.streams, streamsOfSecond.streams]).toEqual([1, 0])

  await first.close()
  await expect.poll(() => streamsOfSecond.streams, { timeout: 20_000 }).toBe(1)
  await say('two')
  await badge(second, 2).waitFor()
})

test('a page that lost its stream catches up with what happened meanwhile', async () => {
  const journey = await openJourney()
  const ben = await journey.as('ben')
  await journey.as('ada')
  const page = await journey.visit({ mayComplain: /ERR_INTERNET_DISCONNECTED|Failed to load resource/ })
  const seen = countStreams(page)
  await signInByForm(page, 'ada')
  await expect.poll(() => seen.streams, { timeout: 20_000 }).toBe(1)
  await page.context().setOffline(true)
  const { id } = await ben.startConversation({ handles: ['ada'] })
  await ben.sendMessage({ id, key: randomUUID(), body: 'while you were away' })
  await page.context().setOffline(false)
  await badge(page, 1).waitFor()
})

test('a page whose stream could not be opened reads what it missed as soon as one is', async () => {
  const journey = await openJourney()
  const ben = await journey.as('ben')
  await journey.as('ada')
  const page = await journey.visit({ mayComplain: /ERR_CONNECTION_REFUSED/ })
  const seen = countStreams(page)
  await page.route('**/live', (route) => route.abort('connectionrefused'))
  await signInByForm(page, 'ada')
  await expect.poll(() => seen.streams, { timeout: 20_000 }).toBe(1)
  const { id } = await ben.startConversation({ handles: ['ada'] })
  await ben.sendMessage({ id, key: randomUUID(), body: 'before you heard' })
  await page.unroute('**/live')
  // Long before the page would look again by itself.
  await badge(page, 1).waitFor()
})
