import { createHash, randomUUID } from 'node:crypto'
import { assetsHeaders } from '@mayfly/contract/site-headers'
import { expiringId } from '@mayfly/domain/expiring-id'
import { photoPath, picturePath } from '@mayfly/domain/pictures'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendRaw } from '../gateway/raw-request.ts'
import { startCdn } from './cdn.ts'
import type { StoredObject } from './edge-cache.ts'

const START = new Date('2026-03-01T12:00:00Z')
const HOUR_SECONDS = 3_600
const bytes = Buffer.from('RIFF....WEBPVP8 and some bytes more')
const etag = `"${createHash('md5').update(bytes).digest('hex')}"`

let now: Date
let cdn: Awaited<ReturnType<typeof startCdn>>
let problems: unknown[]
const bucket = new Map<string, StoredObject>()

beforeAll(async () => {
  const log = { error: (problem: unknown) => problems.push(problem) }
  cdn = await startCdn({ port: 0, read: async (key) => find(key), now: () => now, log })
})
afterAll(() => cdn.stop())
beforeEach(() => {
  now = START
  problems = []
  bucket.clear()
})

function find(key: string) {
  if (key.includes('96.webp')) throw new Error('The bucket does not answer.')
  return bucket.get(key)
}

function store(key: string, cacheControl: string, body: Uint8Array = bytes) {
  bucket.set(key, { body, contentType: 'image/webp', cacheControl, etag, lastModified: START })
}

/** A photo in a post that lives for an hour. */
function photo(lifeSeconds = HOUR_SECONDS) {
  const id = randomUUID()
  const post = expiringId(now, new Date(now.getTime() + lifeSeconds * 1000), 7n)
  const path = photoPath(post, id, '640')
  store(path.slice(1), 'public, max-age=300')
  return { id, path, key: path.slice(1) }
}

function wait(seconds: number) {
  now = new Date(now.getTime() + seconds * 1000)
}

const get = (path: string, headers: Record<string, string> = {}) => sendRaw(cdn.origin, 'GET', path, headers)

describe('The CDN of pictures', () => {
  it('serves a photo under the address of its post, for the site alone and never as a page', async () => {
    const answer = await get(photo().path)
    expect(answer).toMatchObject({ status: 200, body: bytes })
    expect(answer.headers).toMatchObject({
      ...assetsHeaders,
      'content-type': 'image/webp',
      'content-length': String(bytes.length),
      'cache-control': 'public, max-age=300',
      'accept-ranges': 'bytes',
      'last-modified': START.toUTCString(),
      etag,
      'x-cache': 'Miss from cloudfront',
      via: '1.1 localhost (CloudFront)',
    })
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })

  it('answers 410 from the second of expiry on, although it has the photo in its cache', async () => {
    const { path } = photo(120)
    await get(path)
    wait(119)
    const last = await get(path)
    expect(last).toMatchObject({ status: 200, body: bytes })
    expect(last.headers).toMatchObject({
      'x-cache': 'Hit from cloudfront',
      age: '119',
      'cache-control': 'public, max-age=1',
    })
    wait(1)
    for (const headers of [{}, { 'if-none-match': etag }, { range: 'bytes=0-3' }]) {
      const over = await get(path, headers)
      expect(over.status).toBe(410)
      expect(over.text).toMatch(/over/)
      expect(over.headers).toMatchObject({
        ...assetsHeaders,
        'cache-control': 'no-store',
        'x-cache': 'FunctionGeneratedResponse from cloudfront',
      })
    }
  })

  it('asks the bucket again after five minutes, and finds out that a photo has left', async () => {
    const { path, key } = photo()
    await get(path)
    wait(301)
    expect((await get(path)).headers['x-cache']).toBe('RefreshHit from cloudfront')
    bucket.delete(key)
    expect((await get(path)).status).toBe(200)
    wait(301)
    const gone = await get(path)
    expect(gone.status).toBe(404)
    expect(gone.headers['x-cache']).toBe('Error from cloudfront')
  })

  it('has no other way to a photo, no listing, and no use for queries', async () => {
    const { id, path } = photo()
    await get(path)
    const madeUp = expiringId(now, new Date(now.getTime() + 2 * HOUR_SECONDS * 1000), 7n)
    for (const other of ['/', '/photos/', '/photos/?list-type=2', photoPath(madeUp, id, '640')])
      expect((await get(other)).status).toBe(404)
    expect((await get(`${path}?versionId=1&x=y`)).headers['x-cache']).toBe('Hit from cloudfront')
  })

  it('lets avatars be kept for a year by browsers, and in its own cache as the object says', async () => {
    const id = randomUUID()
    const path = picturePath('avatar', id, '256')
    store(path.slice(1), 'public, s-maxage=60, max-age=31536000')
    expect((await get(path)).headers['cache-control']).toBe('public, max-age=31536000, immutable')
    wait(59)
    expect((await get(path)).headers['x-cache']).toBe('Hit from cloudfront')
    wait(1)
    expect((await get(path)).headers['x-cache']).toBe('RefreshHit from cloudfront')
  })

  it('forgets that something was missing', async () => {
    const { path, key } = photo()
    const object = bucket.get(key) as StoredObject
    bucket.delete(key)
    expect((await get(path)).status).toBe(404)
    bucket.set(key, object)
    expect((await get(path)).status).toBe(200)
  })

  it.each([
    [{ 'if-none-match': etag }, 304],
    [{ 'if-none-match': `"other", W/${etag}` }, 304],
    [{ 'if-none-match': '"other"' }, 200],
    [{ 'if-modified-since': START.toUTCString() }, 304],
    [{ 'if-modified-since': new Date(START.getTime() - 1000).toUTCString() }, 200],
    [{ 'if-modified-since': 'yesterday' }, 200],
    [{ 'if-none-match': '"other"', 'if-modified-since': START.toUTCString() }, 200],
  ])('answers %j with %i', async (headers, status) => {
    const answer = await get(photo().path, headers)
    expect(answer.status).toBe(status)
    expect(answer.body.length).toBe(status === 304 ? 0 : bytes.length)
    expect(answer.headers).toMatchObject({ etag, 'cache-control': 'public, max-age=300' })
  })

  it.each([
    ['bytes=0-3', 0, 3],
    ['bytes=4-', 4, bytes.length - 1],
    ['bytes=-5', bytes.length - 5, bytes.length - 1],
    ['bytes=-5000', 0, bytes.length - 1],
    ['bytes=30-99999999999999999999', 30, bytes.length - 1],
  ])('answers the range %s with its bytes', async (range, first, last) => {
    const answer = await get(photo().path, { range })
    expect(answer).toMatchObject({ status: 206, body: bytes.subarray(first, last + 1) })
    expect(answer.headers['content-range']).toBe(`bytes ${first}-${last}/${bytes.length}`)
    expect(answer.headers['content-length']).toBe(String(last - first + 1))
  })

  it.each(['bytes=0-1,3-4', 'bytes=5-4', 'bytes=-', 'bytes=a-b', 'lines=0-3'])(
    'answers the range %s with the whole',
    async (range) => {
      expect(await get(photo().path, { range })).toMatchObject({ status: 200, body: bytes })
    },
  )

  it.each([`bytes=${bytes.length}-`, 'bytes=-0', 'bytes=999-1000'])('cannot satisfy %s', async (range) => {
    const answer = await get(photo().path, { range })
    expect(answer.status).toBe(416)
    expect(answer.headers).toMatchObject({
      'content-range': `bytes */${bytes.length}`,
      'cache-control': 'no-store',
    })
  })

  it('goes on with a download only of the same bytes', async () => {
    const { path } = photo()
    const range = 'bytes=0-3'
    expect((await get(path, { range, 'if-range': etag })).status).toBe(206)
    expect((await get(path, { range, 'if-range': START.toUTCString() })).status).toBe(206)
    expect((await get(path, { range, 'if-range': '"other"' })).status).toBe(200)
  })

  it('answers HEAD like GET, without the body', async () => {
    const answer = await sendRaw(cdn.origin, 'HEAD', photo().path, { range: 'bytes=0-3' })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-length']).toBe(String(bytes.length))
    expect(answer.body.length).toBe(0)
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuses %s with 403', async (method) => {
    const answer = await sendRaw(cdn.origin, method, photo().path)
    expect(answer.status).toBe(403)
    expect(answer.headers).toMatchObject(assetsHeaders)
  })

  it('says 502 when the bucket does not answer, tells the log, and serves on', async () => {
    const answer = await get(picturePath('avatar', randomUUID(), '96'))
    expect(answer.status).toBe(502)
    expect(answer.text).toMatch(/^The picture could not be read\./)
    expect(answer.headers['cache-control']).toBe('no-cache')
    expect(problems).toHaveLength(1)
    expect((await get(photo().path)).status).toBe(200)
  })
})
