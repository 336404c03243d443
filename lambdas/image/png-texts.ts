const SIGNATURE_BYTES = 8
/** Around a chunk's data: its length, its name and its checksum. */
const FRAME_BYTES = 12
const TEXTS = ['tEXt', 'zTXt', 'iTXt']

/**
 * A PNG without its texts. They are never shown, and the decoder would unfold them all: a few megabytes to many
 * gigabytes.
 */
export function withoutTexts(png: Uint8Array): Uint8Array {
  const from = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  const to = Buffer.alloc(from.length)
  let size = from.copy(to, 0, 0, SIGNATURE_BYTES)
  for (let start = SIGNATURE_BYTES; start + FRAME_BYTES <= from.length; ) {
    const end = start + FRAME_BYTES + from.readUInt32BE(start)
    const name = from.toString('latin1', start + 4, start + 8)
    if (!TEXTS.includes(name)) size += from.copy(to, size, start, Math.min(end, from.length))
    start = end
  }
  return to.subarray(0, size)
}
