import { variants } from '@mayfly/domain/pictures'
import sharp from 'sharp'
import { thumbHashToApproximateAspectRatio, thumbHashToAverageRGBA } from 'thumbhash'
import { describe, expect, it } from 'vitest'
import { type MadePicture, makeVariants } from './make-variants.ts'
import {
  asFromPhone,
  blue,
  type Colour,
  green,
  moving,
  plain,
  quartered,
  red,
  yellow,
} from './sample-pictures.ts'

const sizes = async ({ variants }: MadePicture) =>
  Promise.all(
    variants.map(async ({ name, body }) => {
      const { width, height } = await sharp(body).metadata()
      return [name, width, height]
    }),
  )

const bodyOf = ({ variants }: MadePicture, name: string) =>
  Buffer.from(variants.find((variant) => variant.name === name)?.body ?? [])

/** The colour in the middle of each quarter: above left, above right, below left, below right. */
async function cornersOf(body: Uint8Array) {
  const { data, info } = await sharp(body).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => {
    const start = (Math.floor(info.height * y) * info.width + Math.floor(info.width * x)) * info.channels
    return [...data.subarray(start, start + 3)]
  }
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)]
}

function expectColour(seen: readonly number[] | undefined, wanted: Colour, tolerance = 12) {
  const distance = wanted.map((channel, index) => Math.abs(channel - (seen?.[index] ?? Number.NaN)))
  expect(Math.max(...distance), `${seen} instead of ${wanted}`).toBeLessThanOrEqual(tolerance)
}

describe('What is made of a picture', () => {
  it('is a photo in three widths that keep its shape', async () => {
    const made = await makeVariants(await plain(2000, 1500).jpeg().toBuffer(), 'photo')
    expect(await sizes(made)).toEqual([
      ['320', 320, 240],
      ['640', 640, 480],
      ['1280', 1280, 960],
    ])
    expect(made).toMatchObject({ width: 2000, height: 1500 })
  })

  it('is an avatar in three squares and a banner in two strips, cut from the middle', async () => {
    const bytes = await quartered(1800, 1200).png().toBuffer()
    const avatar = await makeVariants(bytes, 'avatar')
    expect(await sizes(avatar)).toEqual([
      ['96', 96, 96],
      ['256', 256, 256],
      ['512', 512, 512],
    ])
    const banner = await makeVariants(bytes, 'banner')
    expect(await sizes(banner)).toEqual([
      ['600', 600, 200],
      ['1500', 1500, 500],
    ])
    for (const body of [bodyOf(avatar, '96'), bodyOf(banner, '1500')]) {
      const corners = await cornersOf(body)
      for (const [index, colour] of [red, green, blue, yellow].entries()) expectColour(corners[index], colour)
    }
  })

  it.each([
    [1, 1],
    [1, 5000],
    [5000, 1],
    [50, 70],
  ])('has every variant and is never larger than its original of %i × %i', async (width, height) => {
    const bytes = await plain(width, height).png().toBuffer()
    for (const kind of ['photo', 'avatar', 'banner'] as const) {
      const made = await makeVariants(bytes, kind)
      expect(made.variants.map(({ name }) => name)).toEqual(variants[kind].map(({ name }) => name))
      expect(made).toMatchObject({ width, height })
      for (const [, wide, high] of await sizes(made)) {
        expect(wide).toBeLessThanOrEqual(width)
        expect(high).toBeLessThanOrEqual(height)
      }
    }
  })

  it.each([
    [1, [red, green, blue, yellow]],
    [2, [green, red, yellow, blue]],
    [3, [yellow, blue, green, red]],
    [4, [blue, yellow, red, green]],
    [5, [red, blue, green, yellow]],
    [6, [blue, red, yellow, green]],
    [7, [yellow, green, blue, red]],
    [8, [green, yellow, red, blue]],
  ])('stands upright when the camera was held as in %i', async (orientation, colours) => {
    const bytes = await asFromPhone(quartered(1800, 1200), orientation).jpeg({ quality: 95 }).toBuffer()
    const made = await makeVariants(bytes, 'photo')
    const isTurned = orientation > 4
    expect(made).toMatchObject(isTurned ? { width: 1200, height: 1800 } : { width: 1800, height: 1200 })
    for (const { body } of made.variants) {
      const corners = await cornersOf(body)
      for (const [index, colour] of colours.entries()) expectColour(corners[index], colour)
    }
  })

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'carries nothing of what a camera wrote into a %s',
    async (format) => {
      const bytes = await asFromPhone(plain(900, 600), 1).withIccProfile('p3').toFormat(format).toBuffer()
      const original = await sharp(bytes).metadata()
      expect(original.exif).toBeDefined()
      expect(original.icc).toBeDefined()
      for (const kind of ['photo', 'avatar', 'banner'] as const) {
        for (const { body } of (await makeVariants(bytes, kind)).variants) {
          const { format, space, exif, xmp, icc, iptc, orientation } = await sharp(body).metadata()
          expect({ format, space }).toEqual({ format: 'webp', space: 'srgb' })
          expect([exif, xmp, icc, iptc, orientation]).toEqual([
            undefined,
            undefined,
            undefined,
            undefined,
            undefined,
          ])
          expect(Buffer.from(body).toString('latin1')).not.toMatch(/EXIF|XMP |ICCP|A phone|Ada|home/)
        }
      }
    },
  )

  it('has the colours of its original, whatever they are written in', async () => {
    const originals = [
      plain(64, 64).withIccProfile('p3').png(),
      plain(64, 64).withIccProfile('p3').jpeg({ quality: 100 }),
      plain(64, 64).toColourspace('rgb16').png(),
      plain(64, 64).avif({ bitdepth: 12 }),
      plain(64, 64).png({ palette: true }),
    ]
    for (const original of originals) {
      const made = await makeVariants(await original.toBuffer(), 'photo')
      expectColour((await cornersOf(bodyOf(made, '640')))[0], red)
    }
  })

  it('is red still when it was written for print, and grey when it was grey', async () => {
    const print = await makeVariants(await plain(64, 64).toColourspace('cmyk').jpeg().toBuffer(), 'photo')
    expectColour((await cornersOf(bodyOf(print, '640')))[0], red, 40)
    const gray = plain(64, 64, [90, 90, 90])
    for (const original of [
      gray.clone().toColourspace('b-w').png(),
      gray.clone().toColourspace('grey16').png(),
    ]) {
      const made = await makeVariants(await original.toBuffer(), 'photo')
      expectColour((await cornersOf(bodyOf(made, '640')))[0], [90, 90, 90])
    }
  })

  it('stays transparent where it was', async () => {
    const background = { r: 220, g: 30, b: 30, alpha: 0 }
    const bytes = await sharp({ create: { width: 800, height: 800, channels: 4, background } })
      .png()
      .toBuffer()
    for (const { body } of (await makeVariants(bytes, 'avatar')).variants) {
      const { channels } = await sharp(body).stats()
      expect(channels[3]?.max).toBe(0)
    }
  })

  it('has a placeholder of its shape and colour', async () => {
    const bytes = await plain(1600, 800, blue).jpeg({ quality: 95 }).toBuffer()
    const { placeholder } = await makeVariants(bytes, 'photo')
    const hash = Buffer.from(placeholder, 'base64')
    expect(hash.length).toBeLessThan(40)
    expect(thumbHashToApproximateAspectRatio(hash)).toBeGreaterThan(1.5)
    const { r, g, b } = thumbHashToAverageRGBA(hash)
    expectColour([r * 255, g * 255, b * 255], blue, 25)
  })
})

describe('A picture that moves', () => {
  it.each(['gif', 'webp'] as const)('goes on moving as a photo from a %s', async (format) => {
    const delays = [80, 80, 200, 80, 80, 120]
    const bytes = await (await moving(6, 500, 300)).toFormat(format, { delay: delays }).toBuffer()
    const made = await makeVariants(bytes, 'photo')
    expect(made).toMatchObject({ width: 500, height: 300 })
    const widths = []
    for (const { body } of made.variants) {
      const { pages, width, delay } = await sharp(body).metadata()
      expect(pages).toBe(6)
      expect(delay).toEqual(delays)
      widths.push(width)
    }
    expect(widths).toEqual([320, 500, 500])
  })

  it('stands still as an avatar and as a banner', async () => {
    const bytes = await (await moving(4, 300, 300)).gif().toBuffer()
    for (const kind of ['avatar', 'banner'] as const) {
      for (const { body } of (await makeVariants(bytes, kind)).variants)
        expect((await sharp(body).metadata()).pages ?? 1).toBe(1)
    }
  })

  it('shows its first frame when it has too many', async () => {
    const bytes = await (await moving(121, 8, 8)).gif().toBuffer()
    const [first] = (await makeVariants(bytes, 'photo')).variants
    expect((await sharp(first?.body).metadata()).pages ?? 1).toBe(1)
    expectColour((await cornersOf(first?.body as Uint8Array))[0], red)
  })

  it('shows its first frame when all of them together are too large', async () => {
    const bytes = await (await moving(6, 2000, 2000)).webp({ effort: 0 }).toBuffer()
    const [first] = (await makeVariants(bytes, 'photo')).variants
    expect((await sharp(first?.body).metadata()).pages ?? 1).toBe(1)
  })
})
