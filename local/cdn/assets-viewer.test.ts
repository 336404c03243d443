import { randomUUID } from 'node:crypto'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { expiringId, expiryOf } from '@mayfly/domain/expiring-id'
import { exportKey } from '@mayfly/domain/exports'
import { photoPath, picturePath, variants } from '@mayfly/domain/pictures'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openViewerFunction, type ViewerFunction } from '../cloudfront/viewer-function.ts'

const EPOCH = Date.UTC(2025, 0, 1)
const HOUR = 3_600_000

let viewer: ViewerFunction
let now = new Date()

beforeAll(async () => {
  const file = join(import.meta.dirname, '../../lambdas/assets-viewer.js')
  viewer = await openViewerFunction(file, () => now)
})

function view(path: string, { query = '' } = {}) {
  const request = new IncomingMessage(new Socket())
  request.method = 'GET'
  return viewer.view(request, path, query)
}

/** The status of a refusal, or the path that is asked of the bucket. */
function outcome(path: string) {
  const viewed = view(path)
  return 'status' in viewed ? viewed.status : viewed.uri
}

/** What a browser may keep of the answer to this request. */
function cacheControl(uri: string, status = 200) {
  const request = { method: 'GET', uri, querystring: {}, headers: {}, cookies: {} }
  const found = viewer.viewAnswer(request, { status, headers: [], body: Buffer.alloc(0) })
  return Object.fromEntries(found)['cache-control']
}

const uuid = fc.uuid()
const random = fc.bigInt({ min: 0n, max: (1n << 42n) - 1n })
const expirySeconds = fc.integer({ min: 0, max: 0xffff_ffff }).map((seconds) => EPOCH / 1000 + seconds)
const created = fc.integer({ min: EPOCH, max: Date.UTC(2150, 0, 1) }).map((ms) => new Date(ms))
const file = fc.constantFrom(...variants.photo.map(({ name }) => name))
const digits = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 })
const anyId = digits.map((text) => text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))

describe('The viewer function of the assets', () => {
  it('serves a photo until the very moment that domain/expiring-id.ts tells, and answers 410 from then on', () => {
    fc.assert(
      fc.property(
        created,
        expirySeconds,
        random,
        uuid,
        file,
        fc.integer({ min: -2000, max: 2000 }),
        (createdAt, seconds, bits, id, name, distance) => {
          const post = expiringId(createdAt, new Date(seconds * 1000), bits)
          now = new Date(seconds * 1000 + distance)
          const isOver = now >= (expiryOf(post) as Date)
          const path = photoPath(post, id, name)
          expect(outcome(path)).toBe(isOver ? 410 : path)
        },
      ),
      { examples: [[new Date(EPOCH), EPOCH / 1000, 0n, randomUUID(), '640', 0]] },
    )
  })

  it('takes as a post exactly what domain/expiring-id.ts takes, whatever bits it is given', () => {
    fc.assert(
      fc.property(anyId, uuid, fc.date({ noInvalidDate: true }), (id, picture, moment) => {
        now = moment
        const expiry = expiryOf(id)
        const path = photoPath(id, picture, '640')
        const expected = expiry === undefined ? 404 : expiry <= moment ? 410 : path
        expect(outcome(path)).toBe(expected)
      }),
    )
  })

  it('lets avatars and banners of every size pass as they are', () => {
    for (const kind of ['avatar', 'banner'] as const)
      for (const { name } of variants[kind]) {
        const path = picturePath(kind, randomUUID(), name)
        expect(outcome(path)).toBe(path)
      }
  })

  it('answers 404 to whatever it does not know', () => {
    now = new Date()
    const post = expiringId(now, new Date(now.getTime() + HOUR), 7n)
    const picture = randomUUID()
    const paths = [
      '/',
      '',
      '/photos',
      '/photos/',
      `/photos/${post}/`,
      `/photos/${picture}/640.webp`,
      `/photos/${picture}/${picture}/640.webp`,
      `/photos/${post}/${post}`,
      `/photos/${post}/${picture}/`,
      `/photos/${post}/${picture}/640.jpg`,
      `/photos/${post}/${picture}/640.webp/`,
      `/photos/${post}/${picture}/640.webp%00`,
      `/photos/${post}/${picture}/640.webp\n`,
      `/photos/${post}/${picture}/x.webp`,
      `/photos/${post}/../${picture}/640.webp`,
      `/photos/${post}/..%2f${picture}/640.webp`,
      `/photos/${post.toUpperCase()}/${picture}/640.webp`,
      `//photos/${post}/${picture}/640.webp`,
      `/Photos/${post}/${picture}/640.webp`,
      `/avatars/${picture}/`,
      `/avatars/${picture}/../../photos/${picture}/640.webp`,
      `/avatars/${post}/${picture}/96.webp`,
      `/staged/${picture}/640.webp`,
      `/staged/${post}/${picture}/640.webp`,
      `/incoming/photo/${picture}/${picture}`,
      `/${exportKey(picture, picture)}`,
      'http://example.com/',
    ]
    for (const path of paths) expect([path, outcome(path)]).toEqual([path, 404])
    fc.assert(fc.property(fc.webPath(), (path) => outcome(path) === 404))
  })

  it('drops queries', () => {
    now = new Date()
    const post = expiringId(now, new Date(now.getTime() + HOUR), 7n)
    const viewed = view(photoPath(post, randomUUID(), '640'), { query: 'list-type=2&a=1' })
    expect(viewed).toMatchObject({ request: { querystring: {}, headers: {} } })
  })

  it('says why it refuses, and lets nobody keep that', () => {
    now = new Date()
    const over = view(photoPath(expiringId(now, now, 0n), randomUUID(), '640'))
    expect(over).toMatchObject({ status: 410 })
    for (const answer of [over, view('/')]) {
      if (!('status' in answer)) throw new Error('It is not refused.')
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'cache-control': 'no-store',
        'content-type': 'text/plain; charset=utf-8',
      })
      expect(answer.body.toString()).toMatch(/^[A-Z].*\.\n$/)
    }
  })

  it('lets a browser keep a photo for five minutes, and never beyond its post', () => {
    fc.assert(
      fc.property(
        expirySeconds,
        random,
        uuid,
        fc.integer({ min: 1, max: 900_000 }),
        (seconds, bits, id, left) => {
          now = new Date(seconds * 1000 - left)
          const path = photoPath(expiringId(new Date(EPOCH), new Date(seconds * 1000), bits), id, '640')
          expect(outcome(path)).toBe(path)
          expect(cacheControl(path)).toBe(`public, max-age=${Math.min(300, Math.floor(left / 1000))}`)
        },
      ),
    )
  })

  it('lets nothing be kept whose end it cannot tell, or that is over', () => {
    now = new Date()
    const over = expiringId(new Date(EPOCH), new Date(now.getTime() - 1000), 7n)
    for (const path of [photoPath(over, randomUUID(), '640'), `/photos/${randomUUID()}/640.webp`, '/'])
      expect(cacheControl(path)).toBe('no-store')
  })

  it('lets avatars and banners be kept for a year, and leaves refusals as they are', () => {
    const path = picturePath('banner', randomUUID(), '600')
    expect(cacheControl(path)).toBe('public, max-age=31536000, immutable')
    expect(cacheControl(path, 404)).toBeUndefined()
  })
})
