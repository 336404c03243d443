import { t } from '../language/words.ts'
import type { Size } from './fitting-size.ts'

const QUALITY = 0.9

/** A canvas of this size with its brush. Throws where the browser gives none, as with too little memory. */
export function openCanvas({ width, height }: Size) {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const brush = canvas.getContext('2d')
  if (brush === null) throw new Error(t('This browser could not draw the picture.'))
  brush.imageSmoothingEnabled = true
  brush.imageSmoothingQuality = 'high'
  return { canvas, brush }
}

/** The whole picture in another size. */
export async function resized(image: HTMLImageElement, size: Size, isOpaque = false): Promise<Blob> {
  const { canvas, brush } = openCanvas(size)
  brush.drawImage(image, 0, 0, size.width, size.height)
  return isOpaque ? onPaper(canvas) : encoded(canvas)
}

/** WebP where the browser writes it, which keeps what is transparent; else JPEG, on white. */
export async function encoded(canvas: HTMLCanvasElement): Promise<Blob> {
  const webp = await blobOf(canvas, 'image/webp')
  if (webp?.type === 'image/webp') return webp
  return onPaper(canvas)
}

/** A JPEG, which is much quicker to write. What is transparent is white. */
async function onPaper(canvas: HTMLCanvasElement): Promise<Blob> {
  const { canvas: paper, brush } = openCanvas(canvas)
  brush.fillStyle = '#fff'
  brush.fillRect(0, 0, paper.width, paper.height)
  brush.drawImage(canvas, 0, 0)
  const jpeg = await blobOf(paper, 'image/jpeg')
  if (jpeg === null) throw new Error(t('This browser could not draw the picture.'))
  return jpeg
}

function blobOf(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, QUALITY))
}
