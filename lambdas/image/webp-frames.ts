import { MOST_FRAMES } from './look-at.ts'

const SIZE_AT = 4
/** The size that a RIFF file tells of itself begins behind its own place. */
const SIZE_FROM = 8
const FRAME = 'ANMF'

/**
 * A WebP without the frames that nobody would look at. Its decoder goes to each frame from the first one on, so that
 * the hundred thousand that a file has room for would take it minutes. One more than may move is left: it stands still.
 */
export function withoutLateFrames(webp: Uint8Array): Uint8Array {
  const bytes = Buffer.from(webp.buffer, webp.byteOffset, webp.byteLength)
  let end = bytes.indexOf(FRAME)
  for (let frames = 0; frames <= MOST_FRAMES && end >= 0; frames += 1) end = bytes.indexOf(FRAME, end + 1)
  if (end < 0) return webp
  const early = Buffer.from(bytes.subarray(0, end))
  early.writeUInt32LE(end - SIZE_FROM, SIZE_AT)
  return early
}
