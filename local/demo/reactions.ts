import { createHmac } from 'node:crypto'
import { reactionId } from '@mayfly/domain/posts'
import type { SpokenPost } from './conversations.ts'

/** Of those who like a post most, this part does; of the others fewer. */
const MOST_LIKES = 0.6
const REPOSTS = 0.07
const BOOKMARKS = 0.1

export interface PlannedReaction {
  kind: 'like' | 'repost' | 'bookmark'
  id: string
  postId: string
  personId: string
  at: Date
}

/**
 * What the other demo people have done with a post so far: much with some posts, nothing with many. The same each time
 * for the same seed.
 * @param people their ids by their handles
 */
export function reactionsTo(
  post: SpokenPost,
  people: Readonly<Record<string, string>>,
  seed: string,
  now: Date,
): PlannedReaction[] {
  const charm = shareOf(seed, post.id) ** 2
  const heard = Math.min(now.getTime(), post.expiresAt.getTime() - 1) - post.createdAt.getTime()
  return Object.values(people).flatMap((personId) => {
    if (personId === post.authorId) return []
    const share = (of: string) => shareOf(seed, `${of} ${personId} ${post.id}`)
    const chosen = [
      share('like') < charm * MOST_LIKES ? 'like' : undefined,
      share('repost') < charm * REPOSTS ? 'repost' : undefined,
      share('bookmark') < charm * BOOKMARKS ? 'bookmark' : undefined,
    ] as const
    return chosen.flatMap((kind) => {
      if (kind === undefined) return []
      const at = new Date(post.createdAt.getTime() + Math.floor(share(`${kind} when`) * heard))
      const random = bitsOf(seed, `${kind} ${personId} ${post.id}`)
      return [{ kind, id: reactionId(post.id, at, random), postId: post.id, personId, at }]
    })
  })
}

const bitsOf = (seed: string, text: string) =>
  createHmac('sha256', seed).update(text).digest().readBigUInt64BE()

/** From 0 to below 1. */
const shareOf = (seed: string, text: string) => Number(bitsOf(seed, text) >> 11n) / 2 ** 53
