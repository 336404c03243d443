import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { connect, createServer as createTcpServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { GatewayOptions } from './gateway.ts'
import { openGateway, route, seenIn } from './gateway-in-test.ts'
import { close, listen } from './listen.ts'

let gateway: Awaited<ReturnType<typeof openGateway>>
afterEach(() => gateway.stop())

async function open(backend?: RequestListener, more: Partial<GatewayOptions> = {}) {
  const routes = {
    create: route('POST', '/posts'),
    list: route('GET', '/posts'),
    remove: route('DELETE', '/posts/{id}'),
  }
  gateway = await openGateway({ routes, ...(backend && { backend }), ...more })
}

describe('The way to the backend', () => {
  it('passes method, headers and body', async () => {
    await open()
    const headers = { authorization: 'Bearer a', cookie: 'a=1; b=2', 'content-type': 'application/json' }
    const answer = await fetch(`${gateway.origin}/posts?x=1`, { method: 'POST', body: '{"é":1}', headers })
    const seen = await seenIn(answer)
    expect(seen).toMatchObject({ method: 'POST', url: '/posts?x=1', body: '{"é":1}', headers })
  })

  it('adds what API Gateway and the load balancer add', async () => {
    await open()
    const headers = {
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-proto': 'https',
      'x-request-id': 'mine',
      'x-source-address': '203.0.113.9',
    }
    const answer = await fetch(`${gateway.origin}/posts`, { headers })
    const seen = await seenIn(answer)
    expect(seen.headers).toMatchObject({
      'x-forwarded-for': '203.0.113.9, 127.0.0.1',
      'x-forwarded-proto': 'http',
      forwarded: `for=127.0.0.1;host=${new URL(gateway.origin).host};proto=http`,
      via: 'HTTP/1.1 AmazonAPIGateway',
      'x-request-id': answer.headers.get('apigw-requestid'),
      'x-source-address': '127.0.0.1',
    })
  })

  it('keeps hop-by-hop headers on their hop, both ways', async () => {
    await open((request, response) => {
      response.setHeader('connection', 'x-inner, keep-alive')
      response.setHeader('x-inner', '1')
      response.end(JSON.stringify(request.headers))
    })
    const { port } = new URL(gateway.origin)
    const socket = connect(Number(port), '127.0.0.1')
    socket.write(
      'GET /posts HTTP/1.1\r\nHost: a\r\nConnection: close, X-Mine\r\nX-Mine: 1\r\nTE: gzip\r\n\r\n',
    )
    let text = ''
    for await (const chunk of socket) text += chunk
    const [head, body] = text.split('\r\n\r\n') as [string, string]
    expect(head).not.toContain('x-inner')
    expect(JSON.parse(body)).not.toHaveProperty('x-mine')
    expect(JSON.parse(body)).not.toHaveProperty('te')
  })

  it('returns status, headers, several cookies and the body', async () => {
    await open((_, response) => {
      response.writeHead(410, [
        ['content-type', 'application/problem+json'],
        ['set-cookie', 'a=1'],
        ['set-cookie', 'b=2'],
        ['date', 'Sun, 01 Mar 2026 12:00:00 GMT'],
      ])
      response.write('{"code":')
      response.end('"gone"}')
    })
    const answer = await fetch(`${gateway.origin}/posts`)
    expect(answer.status).toBe(410)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.headers.get('date')).toBe('Sun, 01 Mar 2026 12:00:00 GMT')
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(await answer.json()).toEqual({ code: 'gone' })
  })

  it('returns 204 without a body', async () => {
    await open((_, response) => response.writeHead(204).end())
    const answer = await fetch(`${gateway.origin}/posts/7`, { method: 'DELETE' })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('content-length')).toBeNull()
  })

  it('passes a body of 10 MB and refuses one byte more, however its length is told', async () => {
    await open()
    const longest = 10 * 1024 * 1024
    const post = (body: RequestInit['body']) =>
      fetch(`${gateway.origin}/posts`, { method: 'POST', body, duplex: 'half' } as RequestInit)
    const fits = await post(Buffer.alloc(longest))
    expect((await seenIn(fits)).length).toBe(longest)
    for (const body of [Buffer.alloc(longest + 1), new Blob([Buffer.alloc(longest + 1)]).stream()]) {
      const answer = await post(body)
      expect(answer.status).toBe(413)
      expect(await answer.json()).toEqual({ message: 'Request Entity Too Large' })
    }
  })

  it('answers 503 when nobody is there', async () => {
    const server = createServer()
    const backendOrigin = await listen(server, 0)
    await close(server)
    await open(undefined, { backendOrigin })
    const answer = await fetch(`${gateway.origin}/posts`)
    expect(answer.status).toBe(503)
    expect(await answer.json()).toEqual({ message: 'Service Unavailable' })
    expect(gateway.entries[0]).toMatchObject({ status: 503, error: { code: 'ECONNREFUSED' } })
  })

  it.each([
    ['says nothing', ''],
    ['stops in the middle of its headers', 'HTTP/1.1 200 OK\r\nContent-Le'],
    ['stops in the middle of its body', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'],
    ['does not speak HTTP', 'hello\r\n'],
  ])('answers 503 when the backend %s and hangs up', async (_, words) => {
    const rude = createTcpServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => socket.end(words))
    })
    rude.listen(0, '127.0.0.1')
    await once(rude, 'listening')
    const { port } = rude.address() as { port: number }
    await open(undefined, { backendOrigin: `http://127.0.0.1:${port}` })
    expect((await fetch(`${gateway.origin}/posts`)).status).toBe(503)
    rude.close()
  })

  it.each([
    ['does not answer', () => {}],
    ['does not finish its answer', (_, response) => response.writeHead(200).write('half')],
  ] satisfies [string, RequestListener][])(
    'answers 503 and gives up when the backend %s',
    async (_, backend) => {
      const { promise: ended, resolve } = Promise.withResolvers<void>()
      await open(
        (request, response) => {
          response.once('close', resolve)
          backend(request, response)
        },
        { limits: { integrationMs: 100 } },
      )
      expect((await fetch(`${gateway.origin}/posts`)).status).toBe(503)
      await ended
    },
  )

  it('keeps its connections to the backend', async () => {
    let connections = 0
    await open()
    gateway.backendServer.on('connection', () => {
      connections += 1
    })
    for (let count = 0; count < 20; count++) await (await fetch(`${gateway.origin}/posts`)).text()
    expect(connections).toBe(1)
  })
})
