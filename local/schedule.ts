import { type Lambda, type LambdaName, wiring } from '@mayfly/lambdas/wiring'
import type { House } from './house.ts'
import type { Log } from './log.ts'

const MINUTE = 60_000

/** Plays EventBridge: wakes what the wiring says, every minute. A failure is logged, and the next minute tries again. */
export function startSchedule(functions: House['functions'], log: Log) {
  const scheduled = Object.entries<Lambda>(wiring).filter(([, { on }]) => 'every' in on)
  const timer = setInterval(() => {
    for (const [name] of scheduled) {
      const run = functions[name as LambdaName] as (event: object) => Promise<unknown>
      run({ source: 'aws.events', time: new Date().toISOString() }).catch((error) =>
        log.error({ function: name, err: error }, 'a scheduled function failed'),
      )
    }
  }, MINUTE)
  return { stop: () => clearInterval(timer) }
}
