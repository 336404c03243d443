import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contained, restingView, zoomedAt } from './pan-zoom.ts'

const coordinate = fc.integer({ min: -500, max: 500 })
const anyScale = fc.double({ min: 1, max: 8, noNaN: true })
const view = fc.record({ x: coordinate, y: coordinate, scale: anyScale })
const at = fc.record({ x: coordinate, y: coordinate })

test('what is under the finger stays there while it zooms', () => {
  fc.assert(
    fc.property(view, at, anyScale, (before, point, to) => {
      const after = zoomedAt(before, point, to)
      const spotBefore = (point.x - before.x) / before.scale
      const spotAfter = (point.x - after.x) / after.scale
      expect(spotAfter).toBeCloseTo(spotBefore, 6)
    }),
  )
})

test('a picture that covers the stage leaves no gap, wherever it is pulled', () => {
  const stage = { width: 300, height: 200 }
  fc.assert(
    fc.property(view, (pulled) => {
      const { x, y, scale: by } = contained(pulled, stage, stage)
      expect(Math.abs(x)).toBeLessThanOrEqual((stage.width * by - stage.width) / 2 + 1e-9)
      expect(Math.abs(y)).toBeLessThanOrEqual((stage.height * by - stage.height) / 2 + 1e-9)
    }),
  )
})

test('a picture smaller than the stage lies in its middle', () => {
  const pulled = { ...restingView, x: 40, y: -90 }
  const { x, y, scale } = contained(pulled, { width: 100, height: 100 }, { width: 300, height: 200 })
  expect([x + 0, y + 0, scale]).toEqual([0, 0, 1])
})
