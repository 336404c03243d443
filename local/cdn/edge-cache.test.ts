import { describe, expect, it } from 'vitest'
import { openEdgeCache, type StoredObject } from './edge-cache.ts'

const START = new Date('2026-03-01T12:00:00Z')

function stored(cacheControl: string | undefined, length = 10): StoredObject {
  const body = new Uint8Array(length)
  return { body, contentType: 'image/webp', cacheControl, etag: `"${length}"`, lastModified: START }
}

/** A cache over a bucket that has any key, and the keys that were read from it. */
function cacheOf(object: StoredObject, longestBytes?: number) {
  const reads: string[] = []
  const read = async (key: string) => {
    reads.push(key)
    return object
  }
  return { reads, cache: openEdgeCache(read, () => START, longestBytes) }
}

describe('The memory of an edge', () => {
  it.each([
    undefined,
    '',
    'no-store',
    'no-cache',
    'private, max-age=60',
    'max-age=0',
    's-maxage=0, max-age=60',
  ])('keeps nothing that says %s', async (cacheControl) => {
    const { cache, reads } = cacheOf(stored(cacheControl))
    await cache.find('a')
    expect((await cache.find('a'))?.how).not.toBe('Hit')
    expect(reads).toHaveLength(2)
  })

  it.each(['max-age=60', 'public, max-age=60, immutable', 's-maxage=60, max-age=0'])(
    'keeps what says %s',
    async (cacheControl) => {
      const { cache, reads } = cacheOf(stored(cacheControl))
      await cache.find('a')
      expect((await cache.find('a'))?.how).toBe('Hit')
      expect(reads).toHaveLength(1)
    },
  )

  it('lets the least recently used go when there is too much', async () => {
    const { cache, reads } = cacheOf(stored('max-age=60', 10), 30)
    for (const key of ['a', 'b', 'c', 'a', 'd']) await cache.find(key)
    reads.length = 0
    for (const key of ['a', 'c', 'd']) await cache.find(key)
    expect(reads).toEqual([])
    await cache.find('b')
    expect(reads).toEqual(['b'])
  })

  it('keeps nothing that is larger than all its memory, and loses nothing for it', async () => {
    let object = stored('max-age=60', 10)
    const cache = openEdgeCache(
      async () => object,
      () => START,
      30,
    )
    await cache.find('small')
    object = stored('max-age=60', 31)
    await cache.find('large')
    expect((await cache.find('large'))?.how).not.toBe('Hit')
    expect((await cache.find('small'))?.how).toBe('Hit')
  })

  it('counts what two readers fetch at once only once', async () => {
    const { cache, reads } = cacheOf(stored('max-age=60', 10), 20)
    await Promise.all([cache.find('a'), cache.find('a'), cache.find('a')])
    await cache.find('b')
    reads.length = 0
    await Promise.all([cache.find('a'), cache.find('b')])
    expect(reads).toEqual([])
  })
})
