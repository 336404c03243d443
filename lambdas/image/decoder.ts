import sharp, { type Channels } from 'sharp'

/** What any picture may have at most, whatever its form. */
export const MOST_PIXELS = 50_000_000

/** How long one picture may take to be read. The function's own time limit lies above it. */
const MOST_SECONDS = 20

// A function has one picture at a time: threads and caches would cost memory and win nothing.
sharp.concurrency(1)
sharp.cache(false)

// Whatever a file pretends to be, no other decoder ever runs in this process: no SVG, PDF or TIFF.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
})

/** Pixels in memory, 8 bits a channel, in sRGB. */
export interface Bitmap {
  data: Uint8Array
  info: { width: number; height: number; channels: Channels }
}

/** What a file says of itself. Only its head is read, so the pixels it claims cost nothing. */
export const readHead = (bytes: Uint8Array) => sharp(bytes, { limitInputPixels: false }).metadata()

/**
 * Opens a file to be decoded, its first frame or all of them.
 * Pixels that are missing are an error; a camera's sloppiness that every browser bears is none.
 */
export const openPicture = (bytes: Uint8Array, { animated = false } = {}) =>
  sharp(bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS, animated }).timeout({
    seconds: MOST_SECONDS,
  })

export const openBitmap = ({ data, info }: Bitmap) => sharp(data, { raw: info })
