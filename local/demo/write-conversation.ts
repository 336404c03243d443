import { copiesFor } from '@mayfly/domain/pictures'
import type { SpokenPost } from './conversations.ts'
import type { DemoHouse } from './sign-up.ts'

type BringPhotos = (post: SpokenPost) => Promise<readonly { id: string; alt: string }[]>

/** Puts into the database what is not there yet and still has time to live, each post when its photos are there. */
export async function writeConversation(
  { stores }: DemoHouse,
  posts: readonly SpokenPost[],
  bringPhotos: BringPhotos,
  now: () => Date,
): Promise<void> {
  for (const post of posts) {
    if (post.expiresAt <= now()) continue
    const isWritten = (await stores.posts.find(post.id, undefined, now())) !== undefined
    if (isWritten) continue
    const photos = post.photos.length === 0 ? [] : await bringPhotos(post)
    const placed = photos.map((photo) => ({ ...photo, copies: copiesFor(post.id, photo.id) }))
    await stores.posts.insert(post, placed, now())
  }
}
