import fc from 'fast-check'
import { expect, test } from 'vitest'
import { covering, drawingOf, frameIn, turnedBy, turnedSize } from './crop-math.ts'
import { contained, restingView } from './pan-zoom.ts'

const side = fc.integer({ min: 1, max: 8000 })
const size = fc.record({ width: side, height: side })
const frame = { width: 300, height: 100 }
const most = { width: 1500, height: 500 }

test('four quarters to either side are none', () => {
  expect(turnedBy(3, 1)).toBe(0)
  expect(turnedBy(0, -1)).toBe(3)
  expect(turnedSize({ width: 4, height: 3 }, 1)).toEqual({ width: 3, height: 4 })
  expect(turnedSize({ width: 4, height: 3 }, 2)).toEqual({ width: 4, height: 3 })
})

test('the frame keeps its shape and its air', () => {
  expect(frameIn({ width: 640, height: 400 }, 1, 20)).toEqual({ width: 360, height: 360 })
  expect(frameIn({ width: 340, height: 400 }, 3, 20)).toEqual({ width: 300, height: 100 })
})

test('a picture covers its frame, and no more than it must', () => {
  fc.assert(
    fc.property(size, (picture) => {
      const shown = covering(picture, frame)
      expect(shown.width).toBeGreaterThanOrEqual(frame.width - 1e-9)
      expect(shown.height).toBeGreaterThanOrEqual(frame.height - 1e-9)
      const spare = Math.min(shown.width - frame.width, shown.height - frame.height)
      expect(spare).toBeCloseTo(0, 6)
    }),
  )
})

test('whatever is chosen, the canvas is covered, has its shape and is not past its limit', () => {
  const coordinate = fc.integer({ min: -9000, max: 9000 })
  const anyView = fc.record({
    x: coordinate,
    y: coordinate,
    scale: fc.double({ min: 1, max: 5, noNaN: true }),
  })
  fc.assert(
    fc.property(size, anyView, (picture, pulled) => {
      const view = contained(pulled, covering(picture, frame), frame)
      const drawing = drawingOf(picture, view, frame, most)
      expect(drawing.size.width).toBeLessThanOrEqual(most.width)
      expect(drawing.size.height).toBeLessThanOrEqual(most.height)
      expect(drawing.x - drawing.width / 2).toBeLessThanOrEqual(1e-6)
      expect(drawing.x + drawing.width / 2).toBeGreaterThanOrEqual(drawing.size.width - 1e-6)
    }),
  )
})

test('a small picture is not blown up, and the middle stays the middle', () => {
  const { size: canvas, x, y } = drawingOf({ width: 300, height: 300 }, restingView, frame, most)
  expect(canvas).toEqual({ width: 300, height: 100 })
  expect([x, y]).toEqual([150, 50])
})
