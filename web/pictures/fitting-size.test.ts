import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fittingSize, pixelsOf } from './fitting-size.ts'

test('a picture that fits keeps its size', () => {
  expect(fittingSize({ width: 4000, height: 3000 })).toEqual({ width: 4000, height: 3000 })
})

test('a large picture keeps its shape and fits the canvas', () => {
  const side = fc.integer({ min: 100, max: 20_000 })
  fc.assert(
    fc.property(side, side, (width, height) => {
      const fitting = fittingSize({ width, height })
      expect(pixelsOf(fitting)).toBeLessThanOrEqual(16_000_000)
      expect(fitting.width).toBeLessThanOrEqual(width)
      expect(fitting.height).toBeLessThanOrEqual(height)
      expect(fitting.width / fitting.height / (width / height)).toBeCloseTo(1, 1)
    }),
  )
})

test('the thinnest picture is at least a pixel thin', () => {
  expect(fittingSize({ width: 100_000_000, height: 1 }).height).toBe(1)
})
