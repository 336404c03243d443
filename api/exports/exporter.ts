import { setTimeout as pause } from 'node:timers/promises'
import type { Stores, TakenExport } from '@mayfly/storage/stores'
import type { Log } from '../access-log.ts'
import { makeExport } from './make.ts'

const LOOK_MILLISECONDS = 2_000
/** After this long it is another's turn; whoever is still at it stops. */
const TURN_MILLISECONDS = 10 * 60 * 1000
const MOST_TRIES = 3

export interface ExporterOptions {
  stores: Stores
  now: () => Date
  log: Log
}

/** Makes the exports that people ask for, one at a time. What a crash leaves half-way is begun again. */
export function openExporter({ stores, now, log }: ExporterOptions) {
  const ending = new AbortController()
  const work = keepMaking()

  async function keepMaking(): Promise<void> {
    while (!ending.signal.aborted) {
      const hasMade = await makeNext().catch((error: unknown) => {
        log.error({ err: error }, 'exports cannot be made now')
        return false
      })
      if (!hasMade) await pause(LOOK_MILLISECONDS, undefined, { signal: ending.signal }).catch(() => {})
    }
  }

  /** @returns whether there was one */
  async function makeNext(): Promise<boolean> {
    const startedAt = now()
    const job = await stores.exports.take(new Date(startedAt.getTime() + TURN_MILLISECONDS), startedAt)
    if (job === undefined) return false
    const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(TURN_MILLISECONDS)])
    if (job.tries > MOST_TRIES) await giveUp(job)
    else await makeExport(job, { stores, now }, signal).catch((error: unknown) => putBack(job, error))
    return true
  }

  async function putBack(job: TakenExport, error: unknown): Promise<void> {
    if (ending.signal.aborted) return void (await stores.exports.giveBack(job))
    log.error({ err: error, exportId: job.id }, 'an export could not be made')
    if (job.tries === MOST_TRIES) await giveUp(job)
  }

  async function giveUp(job: TakenExport): Promise<void> {
    await stores.exports.fail(job, now())
    await stores.live.tell([job.personId], { type: 'export' })
  }

  return {
    /** Lets go of the one that is being made; another task takes it. */
    close: async (): Promise<void> => {
      ending.abort()
      await work
    },
  }
}
