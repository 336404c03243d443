import type { Stores } from '@mayfly/storage/stores'
import { removeExportsOf } from './remove-exports.ts'

/** For one person in one go. What is left waits for the next minute. */
const MOST_PORTIONS = 20

/**
 * Deletes what is left of the accounts whose week is over and that the backend has deleted from the user pool
 * (`api/pool-removal.ts`). Each step may be done again, and the person's row, by which they are found,
 * goes last: whatever breaks in between, the next minute goes on from there.
 * @returns how many are gone
 */
export async function deleteAccounts(stores: Stores, now: Date): Promise<number> {
  let removed = 0
  const failures: unknown[] = []
  for (const id of await stores.accounts.takeLeaving(now)) {
    const isGone = await deleteAccount(id, stores).catch((error: unknown) => {
      failures.push(error)
      return false
    })
    if (isGone) removed += 1
  }
  if (failures.length > 0) throw failures[0]
  return removed
}

async function deleteAccount(id: string, stores: Stores): Promise<boolean> {
  const { leavingMessages, accounts } = stores
  const isGone =
    (await inPortions(() => leavingMessages.removePerson(id))) &&
    (await inPortions(() => removeExportsOf(id, stores))) &&
    (await inPortions(() => accounts.removeBelongings(id)))
  return isGone && (await accounts.remove(id)) > 0
}

async function inPortions(removePortion: () => Promise<boolean>): Promise<boolean> {
  for (let portions = 0; portions < MOST_PORTIONS; portions += 1) if (await removePortion()) return true
  return false
}
