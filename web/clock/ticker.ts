export interface TickerParts {
  /** Milliseconds since 1970. */
  now: () => number
  /** Runs the action once after so many milliseconds; returns what cancels it. */
  later: (milliseconds: number, action: () => void) => () => void
}

/**
 * One timer for everybody who wants to know the time. It runs at the smallest step that anybody asks for,
 * on whole steps of the clock, and not at all while it is paused or nobody listens.
 */
export function createTicker({ now, later }: TickerParts) {
  const steps = new Map<() => void, number>()
  let cancel: (() => void) | undefined
  let isPaused = false

  function arm() {
    cancel?.()
    cancel = undefined
    if (isPaused || steps.size === 0) return
    const step = Math.min(...steps.values())
    cancel = later(step - (now() % step), tick)
  }

  function tick() {
    for (const listener of [...steps.keys()]) listener()
    arm()
  }

  return {
    subscribe(listener: () => void, step: number): () => void {
      steps.set(listener, step)
      arm()
      return () => {
        steps.delete(listener)
        arm()
      }
    },
    /** Tells everybody at once: the clock was corrected. */
    tick,
    pause() {
      isPaused = true
      arm()
    },
    /** Goes on, and first tells what was missed. */
    resume() {
      isPaused = false
      tick()
    },
  }
}
