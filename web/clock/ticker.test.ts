import { expect, test } from 'vitest'
import { createTicker } from './ticker.ts'

/** A ticker on a clock that moves when told to. */
function tickerAt(start: number) {
  let now = start
  let due: { at: number; action: () => void } | undefined
  const ticker = createTicker({
    now: () => now,
    later(milliseconds, action) {
      const mine = { at: now + milliseconds, action }
      due = mine
      return () => {
        if (due === mine) due = undefined
      }
    },
  })
  return {
    ticker,
    nextAt: () => due?.at,
    goOn() {
      const next = due
      if (!next) throw new Error('The ticker waits for nothing.')
      due = undefined
      now = next.at
      next.action()
    },
  }
}

test('ticks fall on whole minutes, and on whole seconds once somebody asks for them', () => {
  const { ticker, nextAt } = tickerAt(61_500)
  ticker.subscribe(() => {}, 60_000)
  expect(nextAt()).toBe(120_000)
  const stop = ticker.subscribe(() => {}, 1_000)
  expect(nextAt()).toBe(62_000)
  stop()
  expect(nextAt()).toBe(120_000)
})

test('a tick tells everybody, and the next one is armed', () => {
  const { ticker, goOn, nextAt } = tickerAt(0)
  const told: string[] = []
  ticker.subscribe(() => told.push('one'), 60_000)
  ticker.subscribe(() => told.push('other'), 60_000)
  goOn()
  expect(told).toEqual(['one', 'other'])
  expect(nextAt()).toBe(120_000)
})

test('nothing runs while the page is hidden or nobody listens; coming back catches up', () => {
  const { ticker, nextAt } = tickerAt(5)
  let ticks = 0
  const stop = ticker.subscribe(() => {
    ticks += 1
  }, 1_000)
  ticker.pause()
  expect(nextAt()).toBeUndefined()
  ticker.resume()
  expect(ticks).toBe(1)
  expect(nextAt()).toBe(1_000)
  stop()
  expect(nextAt()).toBeUndefined()
})
