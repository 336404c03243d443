import { Refusal } from '@mayfly/contract/refusal'
import type { Metadata } from 'sharp'
import { damaged } from './damaged.ts'
import { MOST_PIXELS, readHead } from './decoder.ts'
import type { Format } from './recognise.ts'
import type { Size } from './sizes.ts'

/** What decoding may hold in memory at once; with what Node and the rest need, the function stays under 300 MB. */
const MOST_HELD_BYTES = 155_000_000

/** Many rows are worked on at once: a picture of few and endless ones would be held whole, and more than once. */
const LONGEST_ROW_BYTES = 100_000

const MAKE_SMALLER = 'Please make it smaller and send it again.'

/** An animation within both is shown moving, any other by its first frame. */
export const MOST_FRAMES = 120
const MOST_FRAME_PIXELS = 20_000_000

/** What is known of a picture before any of its pixels is decoded. */
export interface Look extends Size {
  /** How the camera was held, from 1 to 8 as EXIF has it; 1 is upright. */
  orientation: number
  /** Whether all its frames may be decoded. */
  isAnimated: boolean
}

/**
 * Looks at a file's head only, and lets pass what is safe to decode.
 * @throws Refusal for what is damaged at its head, or is too large
 */
export async function lookAt(bytes: Uint8Array, format: Format): Promise<Look> {
  const head = await readHead(bytes).catch(damaged)
  const { width, height } = head.autoOrient
  if (head.format !== (format === 'avif' ? 'heif' : format) || width < 1 || height < 1) damaged()
  refuseTooLarge(width * height, heldBytes(format, head))
  refuseTooLong(head)
  return { width, height, orientation: head.orientation ?? 1, isAnimated: canBeAnimated(format, head) }
}

function refuseTooLong(head: Metadata) {
  const { width, channels, orientation = 1 } = head
  const most = Math.floor(LONGEST_ROW_BYTES / (channels * sampleBytesOf(head)))
  if (width <= most) return
  const problem = isTurned(orientation)
    ? `This picture is ${width} pixels high; of its kind Mayfly takes at most ${most}.`
    : `This picture is ${width} pixels wide; of its kind Mayfly takes at most ${most}.`
  throw new Refusal('invalid', `${problem} ${MAKE_SMALLER}`)
}

/** Whether rows become columns. */
export const isTurned = (orientation: number) => orientation > 4

function refuseTooLarge(pixels: number, heldBytesEach: number) {
  const most = Math.min(MOST_PIXELS, MOST_HELD_BYTES / heldBytesEach)
  if (pixels <= most) return
  const advice =
    most < MOST_PIXELS && pixels <= MOST_PIXELS
      ? 'Please save it as a plain JPEG, or make it smaller, and send it again.'
      : MAKE_SMALLER
  throw new Refusal(
    'invalid',
    `This picture has ${megapixels(Math.ceil, pixels)} megapixels; of its kind Mayfly takes at most ${megapixels(Math.floor, most)}. ${advice}`,
  )
}

const megapixels = (round: (value: number) => number, pixels: number) => round(pixels / 1_000_000)

/**
 * How many bytes a decoder holds for each pixel of the whole picture, as measured with libvips 8.18.
 * Plain JPEGs and PNGs pass through line by line and cost next to nothing.
 */
function heldBytes(format: Format, head: Metadata): number {
  const sampleBytes = sampleBytesOf(head)
  if (format === 'avif') return sampleBytes === 1 ? 18.5 : 24
  if (format === 'gif') return 5.3
  if (format === 'webp') return 4.4
  if (!head.isProgressive) return 0
  if (format === 'png') return (head.channels + 1) * sampleBytes
  if (head.space === 'cmyk') return 8.5
  return head.chromaSubsampling === '4:2:0' ? 3.1 : 6.2
}

const sampleBytesOf = ({ depth }: Metadata) => (depth === 'uchar' ? 1 : 2)

function canBeAnimated(format: Format, head: Metadata): boolean {
  const frames = head.pages ?? 1
  return (
    (format === 'gif' || format === 'webp') &&
    frames > 1 &&
    frames <= MOST_FRAMES &&
    frames * head.width * head.height <= MOST_FRAME_PIXELS &&
    // Frames cannot be turned, so a picture that lies on its side stands still.
    (head.orientation ?? 1) === 1
  )
}
