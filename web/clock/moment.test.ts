import { expect, test } from 'vitest'
import { clockTime, dayName, pastMoment } from './moment.ts'

const now = new Date(2026, 10, 26, 0, 30).getTime()
const on = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime()

test('a day is called as people call it, from one midnight of theirs to the next', () => {
  expect(dayName(on(26, 0), now)).toBe('Today')
  expect(dayName(on(25, 23, 59), now)).toBe('Yesterday')
  expect(dayName(on(25, 0), now)).toBe('Yesterday')
  expect(dayName(on(24, 23, 59), now)).toBe('Tuesday')
  expect(dayName(on(20, 12), now)).toBe('Friday')
  expect(dayName(on(19, 12), now)).toBe('Thursday, November 19')
})

test('in a list today is told by the clock and what is longer ago by the day', () => {
  expect(pastMoment(on(26, 0, 5), now)).toBe(clockTime(on(26, 0, 5)))
  expect(pastMoment(on(25, 23), now)).toBe('Yesterday')
  expect(pastMoment(on(22, 8), now)).toBe('Sunday')
  expect(pastMoment(on(1, 8), now)).toBe('Nov 1')
})
