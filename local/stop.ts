import type { Log } from './log.ts'

const PATIENCE_MILLISECONDS = 10_000
/** One Ctrl-C can arrive twice: from the terminal, and once more from npm. */
const SAME_PRESS_MILLISECONDS = 500

type Close = () => unknown

/**
 * Sees to it that what was opened is closed on Ctrl-C, on SIGTERM and when the terminal is closed, last one first.
 * A second Ctrl-C ends at once.
 */
export function stopWith(log: Log) {
  const closings: Close[] = []
  let stoppingSince: number | undefined

  async function stop(exitCode: number) {
    stoppingSince = performance.now()
    setTimeout(() => process.exit(1), PATIENCE_MILLISECONDS).unref()
    for (const close of closings.reverse()) {
      try {
        await close()
      } catch (error) {
        log.error({ err: error }, 'a part did not stop cleanly')
      }
    }
    process.exit(exitCode)
  }

  function onSignal() {
    if (stoppingSince === undefined) {
      console.log('\nStopping … (Ctrl-C again to end at once)')
      void stop(0)
    } else if (performance.now() - stoppingSince > SAME_PRESS_MILLISECONDS) process.exit(130)
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)

  return {
    /** Takes a closing, as soon as there is something to close. */
    onStop: (close: Close) => {
      closings.push(close)
    },
    /** Ends everything because a part cannot go on. */
    giveUp: (sentence: string) => {
      if (stoppingSince !== undefined) return
      console.error(`\n${sentence}\n`)
      void stop(1)
    },
  }
}
