import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { withoutTexts } from './png-texts.ts'
import { chunk, plain, withChunks } from './sample-pictures.ts'

const png = await plain(40, 40).png().toBuffer()
const folded = Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(50_000_000))])
const texts = ['tEXt', 'zTXt', 'iTXt', 'zTXt'].map((name) => chunk(name, folded))
const withTexts = Buffer.concat([withChunks(png, texts), ...texts])

it('takes all texts out of a PNG, and leaves the rest as it is', () => {
  expect(Buffer.from(withoutTexts(withTexts)).equals(png)).toBe(true)
  expect(Buffer.from(withoutTexts(png)).equals(png)).toBe(true)
})

it('takes whatever stands behind the signature', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (rest) => {
      const bytes = Buffer.concat([png.subarray(0, 8), rest])
      expect(withoutTexts(bytes).length).toBeLessThanOrEqual(bytes.length)
    }),
  )
})
