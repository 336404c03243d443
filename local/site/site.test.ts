import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { siteHeaders } from '@mayfly/contract/site-headers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { close, listen } from '../gateway/listen.ts'
import { sendRaw } from '../gateway/raw-request.ts'
import { type SiteOptions, startSite } from './site.ts'

const config = {
  apiOrigin: 'http://localhost:3001',
  assetsOrigin: 'http://localhost:3002',
  mailboxUrl: 'http://localhost:3000/mailbox',
}
const uploadsOrigin = 'http://127.0.0.1:3003'
const script = 'console.log("fades")\n'.repeat(200)

let folder: string
let distDir: string
let site: Awaited<ReturnType<typeof startSite>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mayfly-site-'))
  distDir = join(folder, 'dist')
  for (const name of ['assets', 'de', 'ar']) await mkdir(join(distDir, name), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  const files = {
    'index.html': 'landing',
    'app.html': 'app',
    'about.html': 'about',
    'de/index.html': 'landing in German',
    'de/about.html': 'about in German',
    'ar/index.html': 'landing in Arabic',
    'ar/help.html': 'help in Arabic',
    '404.html': 'lost',
    'assets/app-3f9c.js': script,
    'assets/font-77aa.woff2': 'x'.repeat(5_000),
    'odd name.txt': 'odd',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(distDir, name), text)
  site = await openSite()
})
afterAll(async () => {
  await site.stop()
  await rm(folder, { recursive: true })
})

const openSite = (other: Partial<SiteOptions> = {}) =>
  startSite({
    port: 0,
    distDir,
    config,
    backendOrigin: 'http://127.0.0.1:9',
    uploadsOrigin,
    deadLetters: () => [{ version: '1.0' }],
    mailbox: (to) => ({ html: `mail to ${to ?? 'all'}`, policy: "default-src 'none'" }),
    ...other,
  })

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(site.origin + path, { headers, redirect: 'manual' })

const rawGet = (path: string, headers: Record<string, string>) => sendRaw(site.origin, 'GET', path, headers)

describe('The site', () => {
  it.each([
    ['/', 'landing'],
    ['/about', 'about'],
    ['/about/', 'about'],
    ['/de', 'landing in German'],
    ['/de/', 'landing in German'],
    ['/de/about?x=1', 'about in German'],
    ['/de/about/', 'about in German'],
    ['/ar', 'landing in Arabic'],
    ['/ar/help', 'help in Arabic'],
    ['/de/home', 'app'],
    ['/deutsch', 'app'],
    ['/fr/about', 'app'],
    ['/home', 'app'],
    ['/@ada', 'app'],
    ['/@ada/018f2b3c-0000-8000-8000-000000000000?x=1', 'app'],
    ['/odd%20name.txt', 'odd'],
  ])('answers %s with the %s page', async (path, text) => {
    const answer = await get(path)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe(text)
  })

  it('carries the security headers on every answer', async () => {
    const answers = await Promise.all(['/', '/nothing.txt', '/config.json', '/%'].map((path) => get(path)))
    for (const answer of answers)
      for (const [name, value] of Object.entries(
        siteHeaders({ ...config, uploadsOrigin, heldOrigin: uploadsOrigin }),
      ))
        expect(answer.headers.get(name)).toBe(value)
  })

  it('names types, and what may be kept', async () => {
    for (const path of ['/', '/de', '/ar/help']) {
      const html = await get(path)
      expect(html.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(html.headers.get('cache-control')).toBe('no-cache')
    }
    const asset = await get('/assets/app-3f9c.js')
    expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  it('answers 404 to a missing file, with the page for it, and lets nobody keep that', async () => {
    for (const path of ['/nothing.txt', '/assets/old-1234.js']) {
      const answer = await get(path)
      expect(answer.status).toBe(404)
      expect(answer.headers.get('cache-control')).toBe('no-cache')
      expect(await answer.text()).toBe('lost')
    }
  })

  it('sends the config from memory', async () => {
    const answer = await get('/config.json')
    expect(await answer.json()).toEqual(config)
    expect(answer.headers.get('cache-control')).toBe('no-cache')
  })

  it.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip, deflate, br;q=0', 'gzip', gunzipSync],
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ] as const)('compresses for a browser that accepts %s with %s', async (accepted, encoding, open) => {
    const answer = await rawGet('/assets/app-3f9c.js', { 'accept-encoding': accepted })
    expect(answer.headers['content-encoding']).toBe(encoding)
    expect(answer.headers['content-length']).toBe(String(answer.body.length))
    expect(answer.headers.vary).toBe('Accept-Encoding')
    expect(answer.body.length).toBeLessThan(script.length)
    expect(open(answer.body).toString()).toBe(script)
  })

  it.each([
    ['/assets/app-3f9c.js', 'identity'],
    ['/assets/app-3f9c.js', ''],
    ['/assets/font-77aa.woff2', 'br'],
    ['/about', 'br'],
  ])('sends %s as it is to a browser that accepts "%s"', async (path, accepted) => {
    const answer = await rawGet(path, { 'accept-encoding': accepted })
    expect(answer.headers['content-encoding']).toBeUndefined()
  })

  it('answers 304 to a browser that has the file, compressed or not', async () => {
    for (const accepted of ['br', 'identity']) {
      const headers = { 'accept-encoding': accepted }
      const etag = String((await rawGet('/assets/app-3f9c.js', headers)).headers.etag)
      const again = await rawGet('/assets/app-3f9c.js', { ...headers, 'if-none-match': `"other", ${etag}` })
      expect(again.status).toBe(304)
      expect(again.body.length).toBe(0)
      expect(again.headers.etag).toBe(etag)
      expect((await rawGet('/assets/app-3f9c.js', { ...headers, 'if-none-match': '"other"' })).status).toBe(
        200,
      )
    }
  })

  it('sends a file anew when it has changed', async () => {
    await writeFile(join(distDir, 'changing.txt'), 'one')
    const before = await get('/changing.txt')
    expect(await before.text()).toBe('one')
    await writeFile(join(distDir, 'changing.txt'), 'three')
    const after = await get('/changing.txt', { 'if-none-match': before.headers.get('etag') ?? '' })
    expect(await after.text()).toBe('three')
  })

  it('answers HEAD like GET, without the body', async () => {
    const answer = await fetch(`${site.origin}/about`, { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-length')).toBe('5')
    expect(await answer.text()).toBe('')
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s with 403', async (method) => {
    expect((await fetch(site.origin, { method })).status).toBe(403)
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '//secret.txt',
    '/secret.txt%00.html',
  ])('does not leave its folder for %s', async (path) => {
    expect(await sendRaw(site.origin, 'GET', path)).toMatchObject({ status: 404, text: 'lost' })
  })

  it('answers 400 to a broken encoding', async () => {
    expect((await get('/%zz.txt')).status).toBe(400)
    expect((await get('/%ff.txt')).status).toBe(400)
  })

  it('moves www to the apex, with path and query, but not at home', async () => {
    const away = await rawGet('/@ada?a=1&a=%20&b&__proto__=x&c=', { host: 'www.example.com' })
    expect(away.status).toBe(301)
    expect(away.headers.location).toBe('https://example.com/@ada?a=1&a=%20&b&__proto__=x&c')
    const home = await rawGet('/@ada', { host: 'www.localhost:3000' })
    expect(home.status).toBe(200)
  })

  it("shows the mailbox to this machine's browser, with its own policy", async () => {
    const answer = await get('/mailbox?to=ada%40example.com')
    expect(await answer.text()).toBe('mail to ada@example.com')
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'")
    expect(await (await get('/mailbox')).text()).toBe('mail to all')
    expect(await (await get('/dead-letters')).json()).toEqual([{ version: '1.0' }])
    for (const path of ['/mailbox', '/dead-letters'])
      expect((await rawGet(path, { host: 'rebound.example' })).status).toBe(403)
  })

  it('passes live events on from the backend as they come, and ends them when the page leaves', async () => {
    const { promise: left, resolve: leave } = Promise.withResolvers<void>()
    const backend = createServer((request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(`data: ${request.headers.authorization}\n\n`)
      response.once('close', leave)
    })
    const own = await openSite({ backendOrigin: await listen(backend, 0) })
    const leaving = new AbortController()
    const live = await fetch(`${own.origin}/live`, {
      headers: { authorization: 'Bearer token' },
      signal: leaving.signal,
    })
    const { value } = await (live.body as ReadableStream<Uint8Array>).getReader().read()
    expect(new TextDecoder().decode(value)).toBe('data: Bearer token\n\n')
    leaving.abort()
    await left
    await own.stop()
    await close(backend)
  })

  it('answers 502 on the live path when the backend is away', async () => {
    expect((await get('/live')).status).toBe(502)
  })

  it('has a word for what is missing when the site has no page for it', async () => {
    const empty = await openSite({ distDir: join(folder, 'empty') })
    const answer = await fetch(empty.origin)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('There is nothing here.\n')
    await empty.stop()
  })
})
