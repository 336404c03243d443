import type { Locator } from 'playwright-core'
import sharp from 'sharp'

type Colour = keyof typeof colours

/** What the quarters of a photo are painted in. */
const colours = {
  red: [220, 30, 30],
  green: [30, 180, 60],
  blue: [40, 60, 220],
  yellow: [240, 220, 40],
} as const

/** How the quarters of a photo from a phone are seen, once it is upright: above, then below. */
export const upright: Colour[] = ['blue', 'red', 'yellow', 'green']

/** Twelve megapixels with grain, lying on their side as a phone keeps them, with the place where they were taken. */
export async function phonePhoto() {
  const { red, green, blue, yellow } = colours
  const size = { width: 4000, height: 3000 }
  const quarters = Buffer.from([red, green, blue, yellow].flat())
  const painted = await sharp(quarters, { raw: { width: 2, height: 2, channels: 3 } })
    .resize({ ...size, kernel: 'nearest' })
    .png({ compressionLevel: 1 })
    .toBuffer()
  const noise = { type: 'gaussian', mean: 128, sigma: 25 } as const
  const grain = await sharp({ create: { ...size, channels: 3, background: '#888', noise } })
    .png({ compressionLevel: 0 })
    .toBuffer()
  const buffer = await sharp(painted)
    .composite([{ input: grain, blend: 'soft-light' }])
    .withExif({ IFD0: { Artist: 'somebody' }, IFD3: { GPSLatitude: '52/1 31/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  return { name: 'phone.jpg', mimeType: 'image/jpeg', buffer }
}

export async function plainPhoto(name: string, background: string, width = 1200, height = 800) {
  const buffer = await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
  return { name, mimeType: 'image/png', buffer }
}

/** The colours of a picture's quarters as they are on the screen, near its middle: above, then below. */
export async function quartersOf(picture: Locator): Promise<Colour[]> {
  const { data, info } = await sharp(await picture.screenshot({ animations: 'disabled' }))
    .blur(4)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => {
    const start = (Math.floor(info.height * y) * info.width + Math.floor(info.width * x)) * info.channels
    return nearest([...data.subarray(start, start + 3)])
  }
  return [at(0.35, 0.35), at(0.65, 0.35), at(0.35, 0.65), at(0.65, 0.65)]
}

function nearest(seen: readonly number[]): Colour {
  const distance = (colour: Colour) =>
    Math.hypot(...colours[colour].map((channel, index) => channel - (seen[index] ?? 0)))
  return (Object.keys(colours) as Colour[]).toSorted(
    (some, other) => distance(some) - distance(other),
  )[0] as Colour
}
