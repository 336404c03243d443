import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepFor, timeLeft } from './time-left.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

test.each([
  [5 * DAY + 7 * HOUR, '5d', '5 days'],
  [2 * DAY + 9 * HOUR + 59 * MINUTE, '2d 9h', '2 days 9 hours'],
  [2 * DAY + 59 * MINUTE, '2d', '2 days'],
  [17 * HOUR + 30 * MINUTE, '17h', '17 hours'],
  [HOUR + 26 * MINUTE, '1h 26m', '1 hour 26 minutes'],
  [HOUR, '1h', '1 hour'],
  [25 * MINUTE + 59 * SECOND, '25m', '25 minutes'],
  [MINUTE, '1m', '1 minute'],
  [40 * SECOND, '40s', '40 seconds'],
  [1, '1s', '1 second'],
  [0, '0s', '0 seconds'],
])('%i ms are shown as %s and read as %s', (milliseconds, short, long) => {
  expect(timeLeft(milliseconds, 'short')).toBe(short)
  expect(timeLeft(milliseconds, 'long')).toBe(long)
})

test('time that is over is shown as none left, never as less', () => {
  expect(timeLeft(-5 * MINUTE, 'short')).toBe('0s')
})

test('the clock is looked at again before what is shown is a second wrong in the last minute', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 * HOUR }), (left) => {
      const step = stepFor(left)
      const next = left - step
      expect(left <= 60 * SECOND ? step : SECOND).toBe(SECOND)
      expect(step === SECOND || next >= 60 * SECOND).toBe(true)
    }),
  )
})
