import type { PictureKind } from '@mayfly/contract/pictures'
import { variants } from '@mayfly/domain/pictures'
import { damaged } from './damaged.ts'
import { type Bitmap, openBitmap, openPicture } from './decoder.ts'
import { isTurned, lookAt } from './look-at.ts'
import { placeholderOf } from './placeholder.ts'
import { withoutTexts } from './png-texts.ts'
import { type Format, recognise } from './recognise.ts'
import { type Size, sizeOf } from './sizes.ts'
import { turnUpright } from './turn-upright.ts'
import { withoutLateFrames } from './webp-frames.ts'

/** No difference to be seen at the size that they are shown at. Finer colour edges would take twice the time. */
const still = { quality: 80, effort: 4 }
/** Many frames of a moment each: lighter, and quick to make. */
const moving = { quality: 70, effort: 2 }

/** What is taken out of a file before its decoder sees it, because reading it alone would cost too much. */
const lightened: Partial<Record<Format, (file: Uint8Array) => Uint8Array>> = {
  png: withoutTexts,
  webp: withoutLateFrames,
}

export interface MadePicture extends Size {
  variants: readonly { name: string; body: Uint8Array }[]
  /** A thumbhash in base64. */
  placeholder: string
}

/**
 * Makes all that is shown of an upload: WebP in sRGB, upright, with no metadata, never larger than the upload.
 * Only pixels get through, so whatever else a file carries, a page or an archive behind the picture, ends here.
 * Photos that move keep moving within bounds; avatars and banners stand still.
 * @returns with the size of the original, upright
 * @throws Refusal `invalid` with a sentence for the owner when the file cannot be taken
 */
export async function makeVariants(file: Uint8Array, kind: PictureKind): Promise<MadePicture> {
  const format = recognise(file)
  const bytes = lightened[format]?.(file) ?? file
  const { width, height, orientation, isAnimated } = await lookAt(bytes, format)
  const targets = variants[kind].map((variant) => ({
    name: variant.name,
    size: sizeOf({ width, height }, variant),
  }))
  const largest = targets.at(-1)?.size ?? { width, height }
  const bitmap = await decode(bytes, largest, orientation)
  const encode = kind === 'photo' && isAnimated ? animate(bytes) : freeze(bitmap)
  // Of a small picture all variants are the same: each size is made once.
  const bodies = new Map<string, Uint8Array>()
  for (const { size } of targets) {
    const key = nameOf(size)
    if (!bodies.has(key)) bodies.set(key, await encode(size))
  }
  return {
    variants: targets.map(({ name, size }) => ({ name, body: bodies.get(nameOf(size)) as Uint8Array })),
    width,
    height,
    placeholder: await placeholderOf(bitmap),
  }
}

const nameOf = ({ width, height }: Size) => `${width}x${height}`

/**
 * The one decoding of the whole picture, shrunk while it is read. All still variants are made from it.
 * It is turned when it is small: to be turned first, the whole of it would have to be in memory.
 */
async function decode(bytes: Uint8Array, { width, height }: Size, orientation: number): Promise<Bitmap> {
  const [columns, rows] = isTurned(orientation) ? [height, width] : [width, height]
  const lying = await openPicture(bytes)
    .resize(columns, rows, { fit: 'cover' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(damaged)
  return turnUpright(lying, orientation)
}

const freeze = (bitmap: Bitmap) => (size: Size) =>
  openBitmap(bitmap).resize(size.width, size.height, { fit: 'fill' }).webp(still).toBuffer()

const animate = (bytes: Uint8Array) => (size: Size) =>
  openPicture(bytes, { animated: true })
    .resize(size.width, size.height, { fit: 'fill' })
    .webp(moving)
    .toBuffer()
    .catch(damaged)
