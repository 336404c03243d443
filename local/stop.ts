import type { Log } from './log.ts'

const PATIENCE_MILLISECONDS = 10_000

type Close = () => unknown

/**
 * Sees to it that what was opened is closed on Ctrl-C or SIGTERM, last one first. A second Ctrl-C ends at once.
 * @returns takes each closing, as soon as there is something to close
 */
export function stopWith(log: Log): (close: Close) => void {
  const closings: Close[] = []
  let isStopping = false

  async function stop() {
    if (isStopping) process.exit(130)
    isStopping = true
    console.log('\nStopping … (Ctrl-C again to end at once)')
    setTimeout(() => process.exit(1), PATIENCE_MILLISECONDS).unref()
    for (const close of closings.reverse()) {
      try {
        await close()
      } catch (error) {
        log.error({ err: error }, 'a part did not stop cleanly')
      }
    }
    process.exit(0)
  }

  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return (close) => {
    closings.push(close)
  }
}
