import { keysOf, rawKey } from '@mayfly/domain/pictures'
import type { Stores } from '@mayfly/storage/stores'
import { deleteAccounts } from './delete-accounts.ts'
import { onLambda, type Surroundings } from './on-lambda.ts'

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/**
 * Deletes what has expired: posts, notifications, former handles, sessions, counts of requests, uploads that nobody used
 * for a day, and from S3 every picture that nothing shows. Last come the accounts that were given up; their pictures go
 * a minute later. Reads never wait for it: it may run twice, late, or not at all.
 */
export async function expirePosts(
  _event: unknown,
  { stores, now: clock }: Pick<Surroundings, 'stores' | 'now'>,
): Promise<{ removed: number; picturesRemoved: number; accountsRemoved: number }> {
  const now = clock()
  const removed = await stores.posts.removeExpired(now)
  await stores.rates.removeExpired(now)
  await stores.notifications.removeExpired(now)
  await stores.handles.removeExpired(now)
  await stores.sessions.removeOver(now)
  await stores.pictures.removeUnused(new Date(now.getTime() - DAY_MILLISECONDS))
  const picturesRemoved = await removeDoomed(stores, now)
  return { removed, picturesRemoved, accountsRemoved: await deleteAccounts(stores, now) }
}

/** A picture is forgotten only after its objects are gone, so a crash in between leads to the same end. */
async function removeDoomed({ pictures, objects }: Stores, now: Date): Promise<number> {
  let removed = 0
  for (;;) {
    const doomed = await pictures.takeDoomed(now)
    if (doomed.length === 0) return removed
    await objects.removeRaw(doomed.map(({ kind, ownerId, id }) => rawKey(kind, ownerId, id)))
    const shown = doomed.flatMap(({ kind, id, postId }) => keysOf(kind, id, postId))
    for (let start = 0; start < shown.length; start += MOST_KEYS)
      await objects.removeProcessed(shown.slice(start, start + MOST_KEYS))
    await pictures.forgetDoomed(doomed)
    removed += doomed.length
  }
}

/** What one DeleteObjects request takes. */
const MOST_KEYS = 1_000

export const handler = onLambda(expirePosts)
