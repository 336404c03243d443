import { rgbaToThumbHash } from 'thumbhash'
import { type Bitmap, openBitmap } from './decoder.ts'

/** A thumbhash sees the coarse shapes only; more pixels do not change it. */
const SIDE = 64

/** A thumbhash of a picture, in base64. */
export async function placeholderOf(bitmap: Bitmap): Promise<string> {
  const { data, info } = await openBitmap(bitmap)
    .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64')
}
