import { Refusal } from '@mayfly/contract/refusal'
import { describe, expect, it } from 'vitest'
import { type Format, recognise } from './recognise.ts'
import { plain } from './sample-pictures.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

describe('A file is recognised by its first bytes', () => {
  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('as %s', async (format: Format) => {
    expect(recognise(await plain(8, 8).toFormat(format).toBuffer())).toBe(format)
  })

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ['an SVG with a prologue', '<?xml version="1.0"?><svg/>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a PDF', '%PDF-1.7\n'],
    ['a TIFF', 'II*\0\x08\0\0\0'],
    ['another TIFF', 'MM\0*\0\0\0\x08'],
    ['a BMP', 'BM\x46\0\0\0'],
    ['a ZIP', 'PK\x03\x04'],
    ['a program', '\x7fELF\x02\x01'],
    ['a film', '\0\0\0\x18ftypmp42\0\0\0\0mp42isom'],
    ['a sound in RIFF', 'RIFF\x10\0\0\0WAVEfmt '],
    ['a page behind a space', ' \xff\xd8\xff'],
    ['half a mark', '\x89PNG'],
    ['a single byte', '\xff'],
  ])('and %s is none', (_, text) => {
    expect(() => recognise(bytes(text))).toThrow(
      new Refusal(
        'invalid',
        'This file is not a JPEG, PNG, WebP, AVIF or GIF picture. Please save it as one of these and send it again.',
      ),
    )
  })

  it.each(['heic', 'heix', 'mif1'])('and a HEIC photo of the brand %s is told how to become one', (brand) => {
    expect(() => recognise(bytes(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1heic`))).toThrow(
      /HEIC.*JPEG.*Most Compatible/,
    )
  })

  it('and an AVIF may come under a general brand', () => {
    expect(recognise(bytes('\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf'))).toBe('avif')
  })

  it('and an empty file is told to be empty', () => {
    expect(() => recognise(bytes(''))).toThrow(/empty/)
  })
})
