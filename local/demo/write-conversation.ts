import { copiesFor } from '@mayfly/domain/pictures'
import type { SpokenPost } from './conversations.ts'
import type { PlannedReaction } from './reactions.ts'
import type { DemoHouse } from './sign-up.ts'

type BringPhotos = (post: SpokenPost) => Promise<readonly { id: string; alt: string }[]>

/** Puts into the database what is not there yet and still has time to live, each post when its photos are there,
 * and what the others do with it. */
export async function writeConversation(
  { stores }: DemoHouse,
  posts: readonly SpokenPost[],
  bringPhotos: BringPhotos,
  reactionsTo: (post: SpokenPost) => readonly PlannedReaction[],
  now: () => Date,
): Promise<void> {
  for (const post of posts) {
    if (post.expiresAt <= now()) continue
    const isWritten = (await stores.posts.find(post.id, undefined, now())) !== undefined
    if (!isWritten) {
      const photos = post.photos.length === 0 ? [] : await bringPhotos(post)
      const placed = photos.map((photo) => ({ ...photo, copies: copiesFor(post.id, photo.id) }))
      await stores.posts.insert(post, placed, now())
    }
    for (const { kind, id, postId, personId } of reactionsTo(post))
      await stores.reactions.insert(kind, id, postId, personId, now())
  }
}
