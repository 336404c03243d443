import { afterEach, describe, expect, it } from 'vitest'
import type { GatewayOptions } from './gateway.ts'
import { openGateway, route, type Seen } from './gateway-in-test.ts'

const routes = {
  whoAmI: route('GET', '/me', { auth: 'required', by: 'who-am-i' }),
  home: route('GET', '/feeds/home', { auth: 'required' }),
  reports: route('GET', '/reports', { auth: 'moderator' }),
  explore: route('GET', '/feeds/explore', { auth: 'optional' }),
}
const whoAmI = async (event: { requestContext: { authorizer: unknown } }) => event.requestContext.authorizer

let gateway: Awaited<ReturnType<typeof openGateway>>
afterEach(() => gateway.stop())

type Authorize = (event: { identitySource: string[]; routeKey: string }) => Promise<unknown>

async function open(authorize?: Authorize, more: Partial<GatewayOptions> = {}) {
  const functions = { 'who-am-i': whoAmI, ...(authorize && { 'authorize-request': authorize }) }
  gateway = await openGateway({ routes, functions, ...more })
}

async function get(path: string, authorization?: string) {
  const headers = authorization === undefined ? {} : { authorization }
  const answer = await fetch(gateway.origin + path, { headers })
  return { status: answer.status, body: (await answer.json()) as Partial<Seen> }
}

describe('The authorizer', () => {
  it('is not asked when there is no Authorization header: 401', async () => {
    let asked = 0
    await open(async () => {
      asked += 1
      return { isAuthorized: true }
    })
    expect(await get('/me')).toEqual({ status: 401, body: { message: 'Unauthorized' } })
    expect(await get('/me', '')).toEqual({ status: 401, body: { message: 'Unauthorized' } })
    expect(asked).toBe(0)
  })

  it('says no: 403', async () => {
    await open()
    expect(await get('/me', 'Bearer bad')).toEqual({ status: 403, body: { message: 'Forbidden' } })
    expect(await get('/feeds/home', 'Bearer bad')).toMatchObject({ status: 403 })
    expect(await get('/reports', 'Bearer bad')).toMatchObject({ status: 403 })
  })

  it('tells the functions of the caller, and the backend nothing', async () => {
    await open()
    expect(await get('/me', 'Bearer good')).toEqual({ status: 200, body: { lambda: { userId: 'ada' } } })
    const { body } = await get('/feeds/home', 'Bearer good')
    expect(body.headers?.authorization).toBe('Bearer good')
    expect(JSON.stringify(body)).not.toContain('ada')
  })

  it('does not stand before routes that anybody may call', async () => {
    await open()
    expect(await get('/feeds/explore')).toMatchObject({ status: 200 })
    expect(await get('/feeds/explore', 'Bearer bad')).toMatchObject({ status: 200 })
  })

  it.each([
    ['throws', async () => Promise.reject(new Error('no'))],
    ['returns nothing', async () => undefined],
    ['returns an IAM policy', async () => ({ policyDocument: {} })],
    ['returns a word for the verdict', async () => ({ isAuthorized: 'yes' })],
    ['takes too long', () => new Promise(() => {})],
  ] satisfies [string, Authorize][])('%s: 500, and the error is logged', async (_, authorize) => {
    await open(authorize, { limits: { authorizerMs: 50 } })
    expect(await get('/me', 'Bearer good')).toEqual({
      status: 500,
      body: { message: 'Internal Server Error' },
    })
    expect(gateway.entries[0]?.error).toBeInstanceOf(Error)
  })

  it('gets a REQUEST event of format 2.0 without the body', async () => {
    let event: Record<string, unknown> = {}
    await open(async (given) => {
      event = given
      return { isAuthorized: true }
    })
    await get('/reports?a=1&a=2', 'Bearer good')
    expect(event).toMatchObject({
      version: '2.0',
      type: 'REQUEST',
      routeArn: 'arn:aws:execute-api:us-east-1:000000000000:local/$default/GET/reports',
      identitySource: ['Bearer good'],
      routeKey: 'GET /reports',
      queryStringParameters: { a: '1,2' },
    })
    expect(event).not.toHaveProperty('body')
    expect(event).not.toHaveProperty('isBase64Encoded')
  })

  it('is asked again only after the time to live, on the given clock', async () => {
    let asked = 0
    let now = new Date('2026-03-01T12:00:00Z')
    const authorize: Authorize = async ({ identitySource }) => {
      asked += 1
      return { isAuthorized: identitySource[0] === 'Bearer good' }
    }
    await open(authorize, { now: () => now, authorizerTtlSeconds: 60 })
    await get('/me', 'Bearer good')
    expect(await get('/feeds/home', 'Bearer good')).toMatchObject({ status: 200 })
    expect(asked).toBe(1)
    await get('/me', 'Bearer bad')
    expect(await get('/me', 'Bearer bad')).toMatchObject({ status: 403 })
    expect(asked).toBe(2)
    now = new Date('2026-03-01T12:00:59Z')
    await get('/me', 'Bearer good')
    expect(asked).toBe(2)
    now = new Date('2026-03-01T12:01:00Z')
    await get('/me', 'Bearer good')
    expect(asked).toBe(3)
  })

  it('keeps no failure', async () => {
    let asked = 0
    await open(async () => {
      asked += 1
      if (asked === 1) throw new Error('once')
      return { isAuthorized: true }
    })
    expect(await get('/me', 'Bearer good')).toMatchObject({ status: 500 })
    expect(await get('/me', 'Bearer good')).toMatchObject({ status: 200 })
  })

  it('does not take a verdict for the signed-in as one for moderators', async () => {
    await open(async ({ routeKey }) => ({ isAuthorized: routeKey !== 'GET /reports' }))
    expect(await get('/feeds/home', 'Bearer good')).toMatchObject({ status: 200 })
    expect(await get('/reports', 'Bearer good')).toMatchObject({ status: 403 })
  })
})
