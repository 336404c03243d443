import { limits } from '@mayfly/contract/limits'
import { t } from '../language/words.ts'
import { resized } from './canvas.ts'
import { heicSentence, isHeic, judgeFile } from './check-picture.ts'
import { fittingSize, MOST_PIXELS, MOST_READABLE_PIXELS, pixelsOf } from './fitting-size.ts'
import { loadImage, releaseImage, sizeOf } from './load-image.ts'

const PREVIEW_PIXELS = 640 * 640

/** So few pixels are below the limit whatever is to be seen. */
const SAFE_PIXELS = 2_000_000

/** Nothing that is tried again would help; the message is for a person. */
export class UnfitPicture extends Error {}

/**
 * A picked file as an image, its pixels not yet decoded; whoever has it lets it go with `releaseImage`.
 * Throws an `UnfitPicture` for what is none, or is too large to be opened.
 */
export async function openPicture(file: File): Promise<HTMLImageElement> {
  const verdict = judgeFile(file)
  if ('problem' in verdict) throw new UnfitPicture(verdict.problem)
  const image = await loadImage(file).catch(() => {
    throw new UnfitPicture(
      isHeic(file) ? heicSentence() : t("This file can't be read as a picture. It may be damaged."),
    )
  })
  if (pixelsOf(sizeOf(image)) <= MOST_READABLE_PIXELS) return image
  releaseImage(image)
  throw new UnfitPicture(tooManyPixels(image))
}

/** A file that may be sent: the picked one where it can be, else the same picture, smaller or as a WebP or JPEG. */
export async function fitPicture(file: File): Promise<Blob> {
  const image = await openPicture(file)
  try {
    return isFit(file, image) ? file : await madeFit(file, image)
  } finally {
    releaseImage(image)
  }
}

/** A small still picture of it, to show while there is nothing better. */
export async function previewOf(file: File): Promise<Blob> {
  const image = await openPicture(file)
  try {
    return await resized(image, fittingSize(sizeOf(image), PREVIEW_PIXELS))
  } finally {
    releaseImage(image)
  }
}

function isFit(file: File, image: HTMLImageElement): boolean {
  const verdict = judgeFile(file)
  return 'take' in verdict && verdict.take === 'as-is' && pixelsOf(sizeOf(image)) <= MOST_PIXELS
}

async function madeFit(file: File, image: HTMLImageElement): Promise<Blob> {
  if (file.type === 'image/gif') throw new UnfitPicture(tooManyPixels(image))
  const isOpaque = file.type === 'image/jpeg' || isHeic(file)
  const smaller = await resized(image, fittingSize(sizeOf(image)), isOpaque)
  if (smaller.size <= limits.uploadBytes) return smaller
  return resized(image, fittingSize(sizeOf(image), SAFE_PIXELS), isOpaque)
}

const tooManyPixels = ({ naturalWidth, naturalHeight }: HTMLImageElement) =>
  t('This picture is too large: {width} × {height} pixels.', { width: naturalWidth, height: naturalHeight })
