import { limits } from '@mayfly/contract/limits'
import { resized } from './canvas.ts'
import { HEIC_SENTENCE, isHeic, judgeFile } from './check-picture.ts'
import { fittingSize, MOST_PIXELS, MOST_READABLE_PIXELS, pixelsOf } from './fitting-size.ts'
import { loadImage, sizeOf } from './load-image.ts'

const PREVIEW_PIXELS = 640 * 640

/** So few pixels are below the limit whatever is to be seen. */
const SAFE_PIXELS = 2_000_000

/** Nothing that is tried again would help; the message is for a person. */
export class UnfitPicture extends Error {}

/** A file that may be sent: the picked one where it can be, else the same picture, smaller or as a WebP or JPEG. */
export async function fitPicture(file: File): Promise<Blob> {
  const verdict = judgeFile(file)
  if ('problem' in verdict) throw new UnfitPicture(verdict.problem)
  const image = await loadImage(file).catch(() => {
    throw new UnfitPicture(
      isHeic(file) ? HEIC_SENTENCE : "This file can't be read as a picture. It may be damaged.",
    )
  })
  const pixels = pixelsOf(sizeOf(image))
  if (pixels > MOST_READABLE_PIXELS) throw new UnfitPicture(tooManyPixels(image))
  if (verdict.take === 'as-is' && pixels <= MOST_PIXELS) return file
  if (file.type === 'image/gif') throw new UnfitPicture(tooManyPixels(image))
  const smaller = await resized(image, fittingSize(sizeOf(image)))
  return smaller.size <= limits.uploadBytes
    ? smaller
    : resized(image, fittingSize(sizeOf(image), SAFE_PIXELS))
}

/** A small still picture of it, to show while there is nothing better. */
export async function previewOf(file: Blob): Promise<Blob> {
  const image = await loadImage(file)
  if (pixelsOf(sizeOf(image)) > MOST_READABLE_PIXELS) throw new UnfitPicture(tooManyPixels(image))
  return resized(image, fittingSize(sizeOf(image), PREVIEW_PIXELS))
}

const number = new Intl.NumberFormat('en')

const tooManyPixels = ({ naturalWidth, naturalHeight }: HTMLImageElement) =>
  `This picture is too large: ${number.format(naturalWidth)} × ${number.format(naturalHeight)} pixels.`
