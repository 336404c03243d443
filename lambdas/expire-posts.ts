import { logStart } from '@mayfly/domain/moderation'
import { heldKeysOf, keysOf, rawKey } from '@mayfly/domain/pictures'
import type { Stores } from '@mayfly/storage/stores'
import { deleteAccounts } from './delete-accounts.ts'
import { onLambda, type Surroundings } from './on-lambda.ts'
import { removeEndedExports } from './remove-exports.ts'

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/**
 * Deletes what has expired: posts, notifications, former handles, sessions, counts of requests, exports, what moderators
 * held, old lines of their log, uploads that nobody used for a day, and from S3 every picture that nothing shows. Lets
 * those back in whose suspension is over. Last come the accounts that were given up; their pictures go a minute later.
 * Reads never wait for it: it may run twice, late, or not at all.
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
  await stores.cases.removeExpired(now)
  await stores.cases.removeActionsBefore(logStart(now))
  await stores.suspensions.liftExpired(now)
  await stores.pictures.removeUnused(new Date(now.getTime() - DAY_MILLISECONDS))
  await removeEndedExports(stores, now)
  const picturesRemoved = await removeDoomed(stores, now)
  return { removed, picturesRemoved, accountsRemoved: await deleteAccounts(stores, now) }
}

/** A picture is forgotten only after its objects are gone, so a crash in between leads to the same end. */
async function removeDoomed({ pictures, objects }: Stores, now: Date): Promise<number> {
  let removed = 0
  for (;;) {
    const doomed = await pictures.takeDoomed(now)
    if (doomed.length === 0) return removed
    await objects.removeRaw(
      doomed.flatMap(({ kind, ownerId, id }) => (kind === 'held' ? [] : rawKey(kind, ownerId, id))),
    )
    const shown = doomed.flatMap(({ kind, id, postId }) =>
      kind === 'held' ? heldKeysOf(postId ?? '', id) : keysOf(kind, id, postId),
    )
    for (let start = 0; start < shown.length; start += MOST_KEYS)
      await objects.removeProcessed(shown.slice(start, start + MOST_KEYS))
    await pictures.forgetDoomed(doomed)
    removed += doomed.length
  }
}

/** What one DeleteObjects request takes. */
const MOST_KEYS = 1_000

export const handler = onLambda('expire-posts', expirePosts)
