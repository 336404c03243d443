import type { HeldPhoto } from '@mayfly/contract/moderation'
import { shownHeldKey, shownPostedKey } from '@mayfly/domain/pictures'
import type { StoredCase, Stores } from '@mayfly/storage/stores'
import { holdingOf, holdingOfMessage } from './reports.ts'

/** How long the address of a photo is good: until the page has shown it. */
const PHOTO_SECONDS = 5 * 60

interface Asked {
  stores: Stores
  now: Date
}

/** The case with what it is about as that is now: also where the copy was let go of, and it still lives. */
export async function withLiveContent(found: StoredCase, asked: Asked): Promise<StoredCase> {
  if (found.kind === 'post') return found.content ? found : withPost(found, asked)
  if (found.kind === 'message') return withMessage(found, asked)
  return found
}

async function withPost(found: StoredCase, { stores, now }: Asked): Promise<StoredCase> {
  const post = await stores.posts.findForModerators(found.targetId, now)
  if (post === undefined) return found
  const { photos } = post
  return { ...found, photos, content: { ...post, photoCount: photos.length, isLive: true } }
}

async function withMessage(found: StoredCase, { stores, now }: Asked): Promise<StoredCase> {
  const message = await stores.messages.find(found.conversationId ?? '', found.targetId, now)
  const isLive = message !== undefined
  if (found.content) return { ...found, content: { ...found.content, isLive } }
  return message ? { ...found, content: { ...message, contentWarning: null, photoCount: 0, isLive } } : found
}

/** The photos, each at an address that is good for a few minutes. */
export const photosOf = (
  { folder, targetId, photos }: StoredCase,
  { objects }: Stores,
): Promise<HeldPhoto[]> =>
  Promise.all(
    photos.map(async (photo) => {
      const key = folder === null ? shownPostedKey(targetId, photo.id) : shownHeldKey(folder, photo.id)
      return { ...photo, url: await objects.presignRead(key, PHOTO_SECONDS) }
    }),
  )

/** Holds what was let go of when the case was dismissed, as long as it is still there to be copied. */
export async function holdAgain(found: StoredCase, { stores, now }: Asked): Promise<void> {
  if (found.content !== null || found.kind === 'person') return
  if (found.kind === 'post') {
    const post = await stores.posts.findForModerators(found.targetId, now)
    if (post) await stores.reports.holdAgain(found.id, holdingOf(post), now)
    return
  }
  const message = await stores.messages.find(found.conversationId ?? '', found.targetId, now)
  if (message) await stores.reports.holdAgain(found.id, holdingOfMessage(message), now)
}
