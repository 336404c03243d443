import { type Lambda, type LambdaName, wiring } from '@mayfly/lambdas/wiring'
import type { House } from './house.ts'
import type { Log } from './log.ts'

const MINUTE = 60_000

/**
 * Plays EventBridge: wakes what the wiring says, every minute. A failure is logged, and the next minute tries again.
 * Stopping waits for what is awake.
 */
export function startSchedule(functions: House['functions'], now: () => Date, log: Log) {
  const awake = new Set<Promise<unknown>>()
  const scheduled = Object.entries<Lambda>(wiring).filter(([, { on }]) => 'every' in on)
  const timer = setInterval(() => {
    for (const [name] of scheduled) {
      const run = functions[name as LambdaName] as (event: object) => Promise<unknown>
      const work = run({ source: 'aws.events', time: now().toISOString() })
        .catch((error) => log.error({ function: name, err: error }, 'a scheduled function failed'))
        .finally(() => awake.delete(work))
      awake.add(work)
    }
  }, MINUTE)
  async function stop() {
    clearInterval(timer)
    await Promise.all(awake)
  }
  return { stop }
}
