import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { deflateSync } from 'node:zlib'
import type { PictureKind } from '@mayfly/contract/pictures'
import { Refusal } from '@mayfly/contract/refusal'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { damaged } from './damaged.ts'
import { makeVariants } from './make-variants.ts'
import { chunk, hugePng, moving, plain, quartered, withChunks } from './sample-pictures.ts'

const refusal = (bytes: Uint8Array) =>
  makeVariants(bytes, 'photo').then(
    () => expect.fail('It was taken.'),
    (error: unknown) => error as Refusal,
  )

describe('A file that is no picture', () => {
  it.each([
    ['a page', '<html><script>alert(1)</script></html>'],
    [
      'an SVG',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    ],
    ['a page that begins like a GIF', 'GIF89a=1;<script>alert(1)</script>'],
    ['a page that begins like a JPEG', '\xff\xd8\xff<html>'],
    ['nothing at all', ''],
  ])('is refused with words: %s', async (_, text) => {
    const error = await refusal(Buffer.from(text, 'latin1'))
    expect(error).toBeInstanceOf(Refusal)
    expect(error.code).toBe('invalid')
    expect(error.message).toMatch(/Please/)
  })
})

describe('A picture that is too large', () => {
  it('is refused by its head, though the file is small', async () => {
    const bomb = hugePng(30_000, 30_000)
    expect(bomb.length).toBeLessThan(200_000)
    expect(await refusal(bomb)).toEqual(
      new Refusal(
        'invalid',
        'This picture has 900 megapixels; of its kind Mayfly takes at most 50. Please make it smaller and send it again.',
      ),
    )
  })

  it.each([
    ['a GIF', () => plain(7000, 6000).gif()],
    ['an AVIF', () => plain(4000, 3000).avif({ effort: 0 })],
    ['a PNG that comes in passes', () => plain(7500, 6500).png({ progressive: true })],
    [
      'a JPEG that comes in passes',
      () => plain(7000, 6000).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }),
    ],
  ])('is told to be a JPEG when decoding it would hold too much: %s', async (_, picture) => {
    expect((await refusal(await picture().toBuffer())).message).toMatch(/save it as a plain JPEG/)
  })

  it('is refused for endless rows, of which many would be in memory at once', async () => {
    const wide = await plain(40_000, 100).jpeg().toBuffer()
    expect((await refusal(wide)).message).toMatch(
      /^This picture is 40000 pixels wide; of its kind Mayfly takes at most 33333\. Please/,
    )
    const turned = await plain(40_000, 100).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect((await refusal(turned)).message).toMatch(/^This picture is 40000 pixels high;/)
  })

  it('is taken as a plain JPEG of 48 megapixels, in a fraction of the memory of its pixels', async () => {
    const bytes = await plain(8000, 6000).jpeg().toBuffer()
    const { before, most } = await memoryOfMaking(bytes, 'photo')
    expect(most - before).toBeLessThan((8000 * 6000 * 3) / 2)
  })

  it('is small all the same when what is large are the texts in it', async () => {
    const text = Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(50_000_000))])
    const bytes = withChunks(await plain(40, 40).png().toBuffer(), Array(5).fill(chunk('zTXt', text)))
    const { before, most } = await memoryOfMaking(bytes, 'photo')
    expect(most - before).toBeLessThan(50_000_000)
  })

  it('is taken with rows as long as may be, though they are to be turned, in less than 200 MB', async () => {
    const bytes = await plain(33_000, 1500).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { before, most } = await memoryOfMaking(bytes, 'avatar')
    expect(most - before).toBeLessThan(200_000_000)
  })
})

/** The memory of a new process, in bytes, before it makes the variants of a picture and the most of it while it does. */
async function memoryOfMaking(
  bytes: Uint8Array,
  kind: PictureKind,
): Promise<{ before: number; most: number }> {
  const program = `
    import { makeVariants } from ${JSON.stringify(new URL('./make-variants.ts', import.meta.url).href)}
    const chunks = await process.stdin.toArray()
    const before = process.memoryUsage.rss()
    let most = before
    const watch = setInterval(() => { most = Math.max(most, process.memoryUsage.rss()) }, 2)
    await makeVariants(Buffer.concat(chunks), '${kind}')
    clearInterval(watch)
    console.log(JSON.stringify({ before, most }))`
  const running = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program])
  running.child.stdin?.end(bytes)
  return JSON.parse((await running).stdout)
}

describe('A picture that is damaged', () => {
  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)(
    'is refused when half of the %s is missing',
    async (format) => {
      const bytes = await quartered(900, 600).toFormat(format).toBuffer()
      for (const part of [0.95, 0.5, 0.1])
        expect((await refusal(bytes.subarray(0, bytes.length * part))).message).toMatch(
          /damaged or incomplete/,
        )
    },
  )

  it('is taken or refused, and nothing else, whatever bytes are changed', async () => {
    const originals = [
      await quartered(60, 40).jpeg().toBuffer(),
      await quartered(60, 40).png().toBuffer(),
      await quartered(60, 40).webp().toBuffer(),
      await quartered(60, 40).avif({ effort: 0 }).toBuffer(),
      await (await moving(3, 60, 40)).gif().toBuffer(),
      await (await moving(3, 60, 40)).webp().toBuffer(),
    ]
    const change = fc.record({ place: fc.nat(), value: fc.nat(255) })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...originals),
        fc.array(change, { minLength: 1, maxLength: 12 }),
        async (original, changes) => {
          const bytes = Buffer.from(original)
          for (const { place, value } of changes) bytes[place % bytes.length] = value
          const made = await makeVariants(bytes, 'photo').catch((error: unknown) => error)
          if (made instanceof Error) expect(made).toBeInstanceOf(Refusal)
          else expect(made).toHaveProperty('variants.length', 3)
        },
      ),
      { numRuns: 150 },
    )
  }, 60_000)

  it('is told to be slow, not damaged, when the decoder ran out of time', () => {
    expect(() => damaged(new Error('timeout: 3% complete'))).toThrow(/takes too long/)
  })
})

describe('A picture with something behind it', () => {
  const archive = Buffer.from('PK\x03\x04META-INF/MANIFEST.MF', 'latin1')
  const page = Buffer.from('<html><script>alert("from a picture")</script></html>')

  it.each([
    ['a JPEG with a page', () => plain(40, 40).jpeg(), page],
    ['a GIF with an archive', () => plain(40, 40).gif(), archive],
    ['a PNG with an archive', () => plain(40, 40).png(), archive],
    ['a WebP with a page', () => plain(40, 40).webp(), page],
  ])('comes out as a picture alone: %s', async (_, picture, rest) => {
    const bytes = Buffer.concat([await picture().toBuffer(), rest])
    for (const { body } of (await makeVariants(bytes, 'photo')).variants) {
      expect(Buffer.from(body).includes(rest)).toBe(false)
      const { format, size } = await sharp(body).metadata()
      expect({ format, size }).toEqual({ format: 'webp', size: body.length })
    }
  })

  it('comes out as a picture alone when the page is within it', async () => {
    const bytes = await plain(40, 40)
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${page}</x:xmpmeta>`)
      .jpeg()
      .toBuffer()
    expect(bytes.includes(page)).toBe(true)
    for (const { body } of (await makeVariants(bytes, 'avatar')).variants)
      expect(Buffer.from(body).includes(page)).toBe(false)
  })
})
