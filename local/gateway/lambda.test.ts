import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { afterEach, describe, expect, it } from 'vitest'
import type { GatewayOptions } from './gateway.ts'
import { openGateway, route } from './gateway-in-test.ts'

let gateway: Awaited<ReturnType<typeof openGateway>>
afterEach(() => gateway.stop())

type Run = (
  event: APIGatewayProxyEventV2,
  context: { getRemainingTimeInMillis: () => number },
) => Promise<unknown>

async function open(run: Run, more: Partial<GatewayOptions> = {}) {
  const routes = {
    upload: route('POST', '/uploads/{kind}', { by: 'presign-upload' }),
    show: route('GET', '/uploads/{kind}', { by: 'presign-upload' }),
  }
  gateway = await openGateway({ routes, functions: { 'presign-upload': run }, ...more })
}

async function post(body: RequestInit['body'], headers: [string, string][] = [], query = '') {
  return fetch(`${gateway.origin}/uploads/photo${query}`, { method: 'POST', body: body ?? null, headers })
}

describe('A function behind the gateway', () => {
  it('gets the request as an event of payload format 2.0', async () => {
    await open(async (event) => event, { now: () => new Date('2026-03-02T09:08:07.006Z') })
    const answer = await post(
      '{"size":1}',
      [
        ['content-type', 'application/json; charset=utf-8'],
        ['cookie', 'a=1; b=2'],
        ['x-many', 'one'],
        ['x-many', 'two'],
        ['user-agent', 'test'],
      ],
      '?tag=a&tag=b%20c&empty=',
    )
    const { port } = new URL(gateway.origin)
    const requestId = answer.headers.get('apigw-requestid')
    const event = (await answer.json()) as APIGatewayProxyEventV2
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /uploads/{kind}',
      rawPath: '/uploads/photo',
      rawQueryString: 'tag=a&tag=b%20c&empty=',
      cookies: ['a=1', 'b=2'],
      queryStringParameters: { tag: 'a,b c', empty: '' },
      pathParameters: { kind: 'photo' },
      body: '{"size":1}',
      isBase64Encoded: false,
      headers: { host: `127.0.0.1:${port}`, 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' },
      requestContext: {
        domainName: '127.0.0.1',
        http: {
          method: 'POST',
          path: '/uploads/photo',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'test',
        },
        requestId,
        routeKey: 'POST /uploads/{kind}',
        stage: '$default',
        time: '02/Mar/2026:09:08:07 +0000',
        timeEpoch: Date.parse('2026-03-02T09:08:07.006Z'),
      },
    })
    expect(event.headers['x-many']?.replace(' ', '')).toBe('one,two')
    expect(event.headers).not.toHaveProperty('cookie')
    expect(event.requestContext).not.toHaveProperty('authorizer')
  })

  it('gets no fields for what was not sent', async () => {
    await open(async (event) => event)
    const event = await (await fetch(`${gateway.origin}/uploads/photo`)).json()
    for (const name of ['body', 'cookies', 'queryStringParameters']) expect(event).not.toHaveProperty(name)
  })

  it.each([
    ['text/plain', false],
    ['application/problem+json', false],
    ['application/xml', false],
    ['image/webp', true],
    ['application/jsonish', true],
    ['application/x-www-form-urlencoded', true],
  ])('gets a body of %s in base64: %s', async (type, isBase64Encoded) => {
    await open(async (event) => event)
    const answer = await post('é', [['content-type', type]])
    const event = (await answer.json()) as APIGatewayProxyEventV2
    expect(event.isBase64Encoded).toBe(isBase64Encoded)
    expect(Buffer.from(event.body ?? '', isBase64Encoded ? 'base64' : 'utf8').toString()).toBe('é')
  })

  it('gives status, headers, several cookies and a base64 body', async () => {
    await open(async () => ({
      statusCode: 201,
      headers: { 'Content-Type': 'image/png', 'X-Count': 3, 'Content-Length': '999' },
      cookies: ['a=1; HttpOnly', 'b=2'],
      body: Buffer.from([1, 2, 3]).toString('base64'),
      isBase64Encoded: true,
    }))
    const answer = await post('')
    expect(answer.status).toBe(201)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(answer.headers.get('x-count')).toBe('3')
    expect(answer.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2'])
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([1, 2, 3])
  })

  it.each([
    ['an object', { id: 1 }, '{"id":1}'],
    ['a string', 'Hello', 'Hello'],
    ['nothing', undefined, 'null'],
  ])('that returns %s without a statusCode makes a JSON answer of it', async (_, result, text) => {
    await open(async () => result)
    const answer = await post('')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(await answer.text()).toBe(text)
  })

  it('that names no content type sends plain text', async () => {
    await open(async () => ({ statusCode: 200, body: 'Hello' }))
    expect((await post('')).headers.get('content-type')).toBe('text/plain;charset=UTF-8')
  })

  it.each([
    ['throws', async () => Promise.reject(new TypeError('broken'))],
    ['throws no Error', () => Promise.reject('broken')],
    [
      'throws at once',
      () => {
        throw new Error('broken')
      },
    ],
    ['returns no status', async () => ({ statusCode: 'soon' })],
    ['returns an object as the body', async () => ({ statusCode: 200, body: { id: 1 } })],
    [
      'returns a header that no message can carry',
      async () => ({ statusCode: 200, headers: { 'x-a': 'a\nb' } }),
    ],
    ['returns what is not JSON', async () => ({ size: 1n })],
    ['returns more than 6 MB', async () => ({ statusCode: 200, body: 'x'.repeat(6 * 1024 * 1024) })],
  ] satisfies [string, Run][])('that %s makes a 500', async (_, run) => {
    await open(run)
    const answer = await post('')
    expect(answer.status).toBe(500)
    expect(await answer.json()).toEqual({ message: 'Internal Server Error' })
    expect(answer.headers.get('apigw-requestid')).toHaveLength(16)
  })

  it('that takes too long makes a 503', async () => {
    await open(() => new Promise(() => {}), { limits: { integrationMs: 50 } })
    const answer = await post('')
    expect(answer.status).toBe(503)
    expect(await answer.json()).toEqual({ message: 'Service Unavailable' })
    expect(gateway.entries[0]).toMatchObject({ status: 503, error: { name: 'TimedOut' } })
  })

  it('is told how much time is left', async () => {
    await open(async (_, context) => ({ left: context.getRemainingTimeInMillis() }))
    const { left } = (await (await post('')).json()) as { left: number }
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThanOrEqual(30_000)
  })

  it('shares no object with the next call', async () => {
    const kept = { list: [] as string[] }
    await open(async (event) => {
      event.headers.host = 'changed'
      kept.list.push('again')
      return kept
    })
    expect(await (await post('')).json()).toEqual({ list: ['again'] })
    expect(await (await post('')).json()).toEqual({ list: ['again', 'again'] })
  })

  it('answers every preflight, without the authorizer', async () => {
    let seen = ''
    const functions: GatewayOptions['functions'] = {
      'presign-upload': async () => ({}),
      'answer-preflight': async (event: APIGatewayProxyEventV2) => {
        seen = `${event.routeKey} ${event.pathParameters?.proxy}`
        return { statusCode: 204, headers: { 'access-control-allow-origin': event.headers.origin } }
      },
    }
    const routes = { home: route('GET', '/feeds/home', { auth: 'required' }) }
    gateway = await openGateway({ routes, functions })
    const headers = { origin: 'http://localhost:3000' }
    const answer = await fetch(`${gateway.origin}/feeds/home`, { method: 'OPTIONS', headers })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:3000')
    expect(answer.headers.get('content-length')).toBeNull()
    expect(seen).toBe('OPTIONS /{proxy+} feeds/home')
  })
})
