import { type Bitmap, openBitmap } from './decoder.ts'

interface Turn {
  isMirrored: boolean
  /** Clockwise, after it was mirrored. */
  degrees: 0 | 90 | 180 | 270
}

/** What undoes each of EXIF's orientations but the first, which is upright. */
const turns: Record<number, Turn> = {
  2: { isMirrored: true, degrees: 0 },
  3: { isMirrored: false, degrees: 180 },
  4: { isMirrored: true, degrees: 180 },
  5: { isMirrored: true, degrees: 270 },
  6: { isMirrored: false, degrees: 90 },
  7: { isMirrored: true, degrees: 90 },
  8: { isMirrored: false, degrees: 270 },
}

/** Turns a bitmap as the camera was held: an EXIF orientation. */
export async function turnUpright(bitmap: Bitmap, orientation: number): Promise<Bitmap> {
  const turn = turns[orientation]
  if (turn === undefined) return bitmap
  return openBitmap(bitmap)
    .flop(turn.isMirrored)
    .rotate(turn.degrees)
    .raw()
    .toBuffer({ resolveWithObject: true })
}
