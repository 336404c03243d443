import { setTimeout as pause } from 'node:timers/promises'
import type { Stores } from '@mayfly/storage/stores'
import type { Log } from './access-log.ts'

const LOOK_MILLISECONDS = 2_000

export interface PoolRemovalOptions {
  stores: Stores
  now: () => Date
  log: Log
}

/**
 * Deletes accounts whose week is over from the user pool; `expire-posts`, which does not reach the pool, deletes the
 * rest. What breaks off in between is done again, and an account that is gone from the pool already is no failure.
 */
export function openPoolRemoval({ stores, now, log }: PoolRemovalOptions) {
  const ending = new AbortController()
  const work = keepRemoving()

  async function keepRemoving(): Promise<void> {
    while (!ending.signal.aborted) {
      await removeDue().catch((error: unknown) => {
        log.error({ err: error }, 'accounts cannot be deleted from the user pool now')
      })
      await pause(LOOK_MILLISECONDS, undefined, { signal: ending.signal }).catch(() => {})
    }
  }

  async function removeDue(): Promise<void> {
    for (const id of await stores.accounts.takeForPool(now())) {
      if (ending.signal.aborted) return
      await remove(id).catch((error: unknown) => {
        log.error({ err: error, personId: id }, 'an account could not be deleted from the user pool')
      })
    }
  }

  async function remove(id: string): Promise<void> {
    await stores.users.remove(id)
    await stores.accounts.noteLeftPool(id, now())
  }

  return {
    /** Finishes with the account that is being deleted; another task takes the others. */
    close: async (): Promise<void> => {
      ending.abort()
      await work
    },
  }
}
