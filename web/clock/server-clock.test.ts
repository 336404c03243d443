import { expect, test } from 'vitest'
import { noteServerDate, onClockCorrected, serverNow, tighterOffset } from './server-clock.ts'

test('the sample that came fastest wins, whatever the order', () => {
  const trueOffset = 7_200_000
  const ways = [900, 40, 2_500, 300]
  const known = ways.reduce<number | undefined>(
    (offset, way) => tighterOffset(offset, trueOffset - way),
    undefined,
  )
  expect(known).toBe(trueOffset - 40)
})

test('a device whose clock is put forward is believed again at the next answer', () => {
  expect(tighterOffset(0, -3_600_000)).toBe(-3_600_000)
})

test('the clock follows the server, says so once, and overlooks a missing header', () => {
  let corrections = 0
  const stop = onClockCorrected(() => {
    corrections += 1
  })
  const receivedAt = Date.now()
  noteServerDate(new Date(receivedAt + 600_000).toUTCString(), receivedAt)
  noteServerDate(new Date(receivedAt + 600_000).toUTCString(), receivedAt + 200)
  noteServerDate(null, receivedAt)
  noteServerDate('not a date', receivedAt)
  stop()
  expect(corrections).toBe(1)
  expect(serverNow() - Date.now()).toBeGreaterThan(598_000)
})
