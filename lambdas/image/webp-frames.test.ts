import fc from 'fast-check'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { MOST_FRAMES } from './look-at.ts'
import { makeVariants } from './make-variants.ts'
import { flickering, moving, plain } from './sample-pictures.ts'
import { withoutLateFrames } from './webp-frames.ts'

it('leaves one frame more than may move, and no more', async () => {
  const early = withoutLateFrames(await flickering(5_000))
  expect((await sharp(early).metadata()).pages).toBe(MOST_FRAMES + 1)
})

it('leaves a picture as it is that stands still, or has no more frames than may move', async () => {
  const still = await plain(40, 40).webp().toBuffer()
  const lively = await (await moving(6, 40, 40)).webp().toBuffer()
  for (const webp of [still, lively, await flickering(MOST_FRAMES), await flickering(MOST_FRAMES + 1)])
    expect(Buffer.from(withoutLateFrames(webp)).equals(webp)).toBe(true)
})

it('lets a picture of very many frames be read in a moment, and it shows the first of them', async () => {
  const webp = await flickering(125_000)
  expect(webp.length).toBeLessThan(10 * 1024 * 1024)
  const startedAt = performance.now()
  const made = await makeVariants(webp, 'photo')
  expect(performance.now() - startedAt).toBeLessThan(5_000)
  expect(made).toMatchObject({ width: 16, height: 16 })
  expect((await sharp(made.variants[0]?.body).metadata()).pages ?? 1).toBe(1)
})

it('takes whatever stands behind the signature', () => {
  const frames = fc.array(fc.constantFrom('ANMF', 'RIFF', '\0\0'), { maxLength: 400 })
  fc.assert(
    fc.property(frames, (parts) => {
      const bytes = Buffer.from(`RIFF\0\0\0\0WEBP${parts.join('')}`, 'latin1')
      expect(withoutLateFrames(bytes).length).toBeLessThanOrEqual(bytes.length)
    }),
  )
})
