import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGateway, route, seenIn } from './gateway-in-test.ts'
import { sendRaw } from './raw-request.ts'

const echoPath = async (event: { routeKey: string; pathParameters?: object }) => ({
  routeKey: event.routeKey,
  parameters: event.pathParameters,
})

let gateway: Awaited<ReturnType<typeof openGateway>>
beforeAll(async () => {
  gateway = await openGateway({
    functions: { 'echo-path': echoPath },
    routes: {
      list: route('GET', '/posts', { by: 'echo-path' }),
      replies: route('GET', '/posts/{id}/replies', { by: 'echo-path' }),
      show: route('GET', '/posts/{id}', { by: 'echo-path' }),
      drafts: route('GET', '/posts/drafts', { by: 'echo-path' }),
      proxied: route('GET', '/people/{handle}'),
    },
  })
})
afterAll(() => gateway.stop())

const get = (path: string) => fetch(gateway.origin + path)
const asJson = async (path: string) => (await get(path)).json()

describe('The gateway', () => {
  it('prefers a fixed path to a parameter', async () => {
    expect(await asJson('/posts/drafts')).toEqual({ routeKey: 'GET /posts/drafts' })
    expect(await asJson('/posts/7')).toEqual({ routeKey: 'GET /posts/{id}', parameters: { id: '7' } })
    expect(await asJson('/posts/drafts/replies')).toMatchObject({ parameters: { id: 'drafts' } })
  })

  it('decodes path parameters, a slash in them too', async () => {
    expect(await asJson('/posts/a%20b%2Fc%C3%A9')).toMatchObject({ parameters: { id: 'a b/cé' } })
  })

  it('hands the backend the path and the query as they were sent', async () => {
    const seen = await seenIn(await get('/people/a%20b%2Fc?x=1&x=%20&y'))
    expect(seen.url).toBe('/people/a%20b%2Fc?x=1&x=%20&y')
  })

  it.each([
    ['an unknown path', 'GET', '/nothing'],
    ['another method of a known path', 'DELETE', '/posts'],
    ['HEAD, which no route names', 'HEAD', '/posts'],
    ['a trailing slash', 'GET', '/posts/'],
    ['an empty parameter', 'GET', '/posts//replies'],
    ['the root', 'GET', '/'],
    ['a preflight of the root', 'OPTIONS', '/'],
  ])('answers 404 to %s', async (_, method, path) => {
    const answer = await fetch(gateway.origin + path, { method })
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe(method === 'HEAD' ? '' : '{"message":"Not Found"}')
    expect(answer.headers.get('content-type')).toBe('application/json')
  })

  it.each([
    '/posts/%',
    '/posts/%zz',
    '/posts/%ff',
    '/people/..',
    '/people/%2e%2E',
    '/people/a\\b',
    '/posts/1#x',
  ])('answers 400 to the path %s, which not every layer would read alike', async (path) => {
    expect(await sendRaw(gateway.origin, 'GET', path)).toMatchObject({
      status: 400,
      text: '{"message":"Bad Request"}',
    })
  })

  it('answers 400 to a target that is no path', async () => {
    expect(await sendRaw(gateway.origin, 'GET', 'http://elsewhere.example/posts')).toMatchObject({
      status: 400,
    })
    expect(await sendRaw(gateway.origin, 'OPTIONS', '*')).toMatchObject({ status: 400 })
  })

  it('answers 431 to more than 10 KB of headers', async () => {
    const answer = await sendRaw(gateway.origin, 'GET', '/posts', { 'x-long': 'x'.repeat(11_000) })
    expect(answer.status).toBe(431)
  })

  it('puts a request id of its own on every answer', async () => {
    const answers = await Promise.all(['/posts', '/nothing', '/people/ada'].map(get))
    const ids = answers.map((answer) => answer.headers.get('apigw-requestid'))
    expect(new Set(ids).size).toBe(3)
    for (const id of ids) expect(id).toMatch(/^[\w-]{15}=$/)
  })

  it('adds no CORS headers, neither to its own errors nor to other answers', async () => {
    for (const path of ['/nothing', '/posts', '/people/ada']) {
      const answer = await fetch(gateway.origin + path, { headers: { origin: 'http://localhost:3000' } })
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
      expect(answer.headers.get('vary')).toBeNull()
    }
  })

  it('logs the route and the outcome, and nothing that the caller sent', async () => {
    const before = gateway.entries.length
    await fetch(`${gateway.origin}/posts/secret-id?token=secret`, {
      headers: { authorization: 'Bearer secret' },
    })
    await get('/secret-path')
    const entries = gateway.entries.slice(before)
    expect(entries).toMatchObject([
      { method: 'GET', routeKey: 'GET /posts/{id}', status: 200 },
      { method: 'GET', routeKey: '-', status: 404 },
    ])
    expect(JSON.stringify(entries)).not.toContain('secret')
  })

  it('says which port is taken', async () => {
    const port = Number(new URL(gateway.origin).port)
    await expect(openGateway({ port })).rejects.toThrow(`Port ${port} is taken by another program.`)
  })

  it('does not start when a route names a function that is not there', async () => {
    const routes = { upload: route('POST', '/uploads', { by: 'presign-upload' }) }
    await expect(openGateway({ routes })).rejects.toThrow('no such function: presign-upload')
  })
})
