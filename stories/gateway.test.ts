import { openApi } from '@mayfly/contract/openapi'
import { routes } from '@mayfly/contract/routes'
import { expect, test } from 'vitest'
import { openStoryHouse, SITE_ORIGIN } from './house.ts'

test('a page of the site may call, and a page of another site may not', async () => {
  const house = await openStoryHouse()
  const preflight = (origin: string) =>
    fetch(`${house.apiOrigin}/posts`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    })
  const allowed = await preflight(SITE_ORIGIN)
  expect(allowed.status).toBe(204)
  expect(allowed.headers.get('access-control-allow-origin')).toBe(SITE_ORIGIN)
  expect(allowed.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('authorization')
  const refused = await preflight('https://evil.example')
  expect(refused.headers.get('access-control-allow-origin')).toBeNull()

  const read = (origin: string) => fetch(`${house.apiOrigin}/feeds/explore`, { headers: { origin } })
  expect((await read(SITE_ORIGIN)).headers.get('access-control-allow-origin')).toBe(SITE_ORIGIN)
  expect((await read('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull()
  const missing = await fetch(`${house.apiOrigin}/posts/x`, { headers: { origin: SITE_ORIGIN } })
  expect(missing.headers.get('access-control-allow-origin')).toBe(SITE_ORIGIN)
})

test('every route of the contract has an answer behind the gateway', async () => {
  const house = await openStoryHouse()
  for (const [name, route] of Object.entries(routes)) {
    const path = route.path.replaceAll(/\{\w+\}/g, 'abc')
    const response = await fetch(house.apiOrigin + path, { method: route.method })
    const body = await response.text()
    const isGuarded = route.auth === 'required' || route.auth === 'moderator'
    expect([name, body === '{"message":"Unauthorized"}']).toEqual([name, isGuarded])
    expect([name, body]).not.toEqual([name, '{"message":"Not Found"}'])
    expect(response.status, name).toBeLessThan(500)
  }
})

test('the API tells of itself, for tools and for people', async () => {
  const house = await openStoryHouse()
  const document = (await (await fetch(`${house.apiOrigin}/openapi.json`)).json()) as { paths: object }
  expect(document).toEqual(openApi)
  const operations = Object.values(document.paths as Record<string, Record<string, { operationId: string }>>)
  const names = operations.flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId))
  expect(names.sort()).toEqual(Object.keys(routes).sort())
  const page = await fetch(`${house.apiOrigin}/reference`)
  expect(page.headers.get('content-type')).toContain('text/html')
  const text = await page.text()
  for (const name of names) expect(text).toContain(`id="${name}"`)
})

test('health says that the process lives, readiness that its database answers', async () => {
  const house = await openStoryHouse()
  const statusOf = async (path: string) => (await fetch(house.apiOrigin + path)).status
  expect(await statusOf('/health')).toBe(200)
  expect(await statusOf('/ready')).toBe(200)
  await house.breakDatabase()
  expect(await statusOf('/health')).toBe(200)
  expect(await statusOf('/ready')).toBe(503)
  await house.mendDatabase()
  expect(await statusOf('/ready')).toBe(200)
})
