import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sizeOf } from './sizes.ts'

const side = fc.integer({ min: 1, max: 50_000 })
const picture = fc.record({ width: side, height: side })

describe('The size of a variant', () => {
  it.each([
    [
      'of a photo is the width that it is made for',
      { width: 4000, height: 3000 },
      { width: 640 },
      [640, 480],
    ],
    ['of a narrow photo is its own', { width: 200, height: 300 }, { width: 640 }, [200, 300]],
    [
      'of a long screenshot is four times as high as wide',
      { width: 1000, height: 9000 },
      { width: 320 },
      [142, 1280],
    ],
    ['of a line is a line', { width: 5000, height: 1 }, { width: 320 }, [320, 1]],
    ['of an avatar is square', { width: 4000, height: 3000 }, { width: 512, height: 512 }, [512, 512]],
    [
      'of a small avatar is its largest square',
      { width: 100, height: 60 },
      { width: 512, height: 512 },
      [60, 60],
    ],
    [
      'of a small banner is three to one',
      { width: 900, height: 900 },
      { width: 1500, height: 500 },
      [900, 300],
    ],
  ])('%s', (_, original, variant, [width, height]) => {
    expect(sizeOf(original, variant)).toEqual({ width, height })
  })

  it('never has more pixels either way than the picture or the variant, and never none', () => {
    fc.assert(
      fc.property(picture, side, fc.option(side, { nil: undefined }), (original, width, height) => {
        const variant = height === undefined ? { width } : { width, height }
        const size = sizeOf(original, variant)
        expect(size.width).toBeGreaterThanOrEqual(1)
        expect(size.height).toBeGreaterThanOrEqual(1)
        expect(size.width).toBeLessThanOrEqual(Math.min(original.width, width))
        expect(size.height).toBeLessThanOrEqual(Math.min(original.height, height ?? width * 4))
      }),
    )
  })

  it('of a photo keeps its shape to the pixel', () => {
    fc.assert(
      fc.property(picture, (original) => {
        const { width, height } = sizeOf(original, { width: 640 })
        const exact = (width * original.height) / original.width
        const pixelOfWidth = original.height / original.width
        expect(Math.abs(height - exact)).toBeLessThanOrEqual(Math.max(1, pixelOfWidth))
      }),
    )
  })
})
