import { useCallback, useSyncExternalStore } from 'react'
import { onClockCorrected, serverNow } from './server-clock.ts'
import { createTicker } from './ticker.ts'
import { stepFor } from './time-left.ts'

const ticker = createTicker({
  now: serverNow,
  later(milliseconds, action) {
    const timer = setTimeout(action, milliseconds)
    return () => clearTimeout(timer)
  },
})

onClockCorrected(ticker.tick)

if (typeof document !== 'undefined') {
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) ticker.pause()
    else ticker.resume()
  })
}

/**
 * The server's time, in ms since 1970, rounded down to the step; renders again with each step.
 * All callers share one timer.
 */
function useNow(step: number): number {
  const subscribe = useCallback((listener: () => void) => ticker.subscribe(listener, step), [step])
  return useSyncExternalStore(subscribe, () => Math.floor(serverNow() / step) * step)
}

/** Milliseconds until this moment by the server's clock, negative after it. Renders again as often as it matters. */
export function useTimeLeft(moment: number): number {
  const step = stepFor(moment - serverNow())
  return moment - useNow(step)
}
