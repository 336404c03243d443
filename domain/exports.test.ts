import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exportEnd, exportHorizon, exportKey } from './exports.ts'

const DAY = 24 * 60 * 60 * 1000
const readyAt = new Date('2026-11-26T12:00:00Z')

it('is gone with the first thing in it that ends', () => {
  const firstEnd = new Date('2026-11-26T18:30:00Z')
  expect(exportEnd(readyAt, firstEnd)).toEqual(firstEnd)
})

it('is gone after a day, whatever is in it, also when nothing is', () => {
  expect(exportEnd(readyAt, undefined)).toEqual(new Date('2026-11-27T12:00:00Z'))
  expect(exportEnd(readyAt, new Date('2026-12-20T00:00:00Z'))).toEqual(new Date('2026-11-27T12:00:00Z'))
})

it('outlives neither a day nor anything in it', () => {
  const ends = fc.array(fc.date({ min: readyAt, max: new Date('2027-01-01T00:00:00Z'), noInvalidDate: true }))
  fc.assert(
    fc.property(ends, (dates) => {
      const first = dates.sort((one, other) => one.getTime() - other.getTime())[0]
      const end = exportEnd(readyAt, first).getTime()
      expect(end - readyAt.getTime()).toBeLessThanOrEqual(DAY)
      for (const date of dates) expect(end).toBeLessThanOrEqual(date.getTime())
    }),
  )
})

it('is read as if it were an hour later', () => {
  expect(exportHorizon(readyAt)).toEqual(new Date('2026-11-26T13:00:00Z'))
})

it('lies where nobody else’s does', () => {
  expect(exportKey('ada', 'one')).toBe('exports/ada/one.zip')
})
