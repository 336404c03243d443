import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gridRatio } from './grid-shape.ts'

test('one photo keeps its shape, between a portrait and a cinema', () => {
  expect(gridRatio([{ width: 4000, height: 3000 }])).toBeCloseTo(4 / 3)
  expect(gridRatio([{ width: 1000, height: 9000 }])).toBeCloseTo(3 / 4)
  expect(gridRatio([{ width: 9000, height: 1000 }])).toBeCloseTo(16 / 9)
})

test('whatever the sizes are, there is room of a sensible shape', () => {
  const side = fc.integer({ min: 0, max: 50_000 })
  fc.assert(
    fc.property(fc.array(fc.record({ width: side, height: side }), { maxLength: 4 }), (photos) => {
      expect(gridRatio(photos)).toBeGreaterThanOrEqual(3 / 4)
      expect(gridRatio(photos)).toBeLessThanOrEqual(16 / 9)
    }),
  )
})
