import { Refusal } from '@mayfly/contract/refusal'

export type Format = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif'

const PNG = '89504e470d0a1a0a'

/** Brands of files that are built like AVIF but hold HEVC, whose decoder is not free. */
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']

/**
 * What a file is by its first bytes, whatever its name or its announced type say.
 * @throws Refusal for all that is not one of the five forms
 */
export function recognise(bytes: Uint8Array): Format {
  if (bytes.length === 0) throw new Refusal('invalid', 'This file is empty. Please choose the picture again.')
  const head = Buffer.from(bytes.subarray(0, 64))
  if (head.toString('hex', 0, 3) === 'ffd8ff') return 'jpeg'
  if (head.toString('hex', 0, 8) === PNG) return 'png'
  const text = head.toString('latin1')
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return 'webp'
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'gif'
  const brands = readBrands(head)
  if (brands.includes('avif')) return 'avif'
  if (brands.some((brand) => HEIC_BRANDS.includes(brand)))
    throw new Refusal(
      'invalid',
      'This is a HEIC photo, which Mayfly cannot read. Please send it as a JPEG: on an iPhone, set Camera, Formats to "Most Compatible", or export the photo as a JPEG.',
    )
  throw new Refusal(
    'invalid',
    'This file is not a JPEG, PNG, WebP, AVIF or GIF picture. Please save it as one of these and send it again.',
  )
}

/** The brands in the `ftyp` box that AVIF and HEIC files begin with: the major one, a version, the compatible ones. */
function readBrands(head: Buffer): string[] {
  if (head.length < 16 || head.toString('latin1', 4, 8) !== 'ftyp') return []
  const end = Math.min(head.readUInt32BE(0), head.length)
  const starts = [8]
  for (let start = 16; start + 4 <= end; start += 4) starts.push(start)
  return starts.map((start) => head.toString('latin1', start, start + 4))
}
