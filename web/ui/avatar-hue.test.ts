import fc from 'fast-check'
import { expect, it } from 'vitest'
import { avatarHue } from './avatar-hue.ts'

it('gives every id a hue on the circle, and the same one each time', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const hue = avatarHue(id)
      expect(hue).toBeGreaterThanOrEqual(0)
      expect(hue).toBeLessThan(360)
      expect(avatarHue(id)).toBe(hue)
    }),
  )
})

it('tells neighbours apart', () => {
  const hues = Array.from({ length: 24 }, (_, index) => avatarHue(`0193-${index}`))
  expect(new Set(hues).size).toBeGreaterThan(18)
})
