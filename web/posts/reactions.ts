import type { Post } from '@mayfly/contract/posts'
import { newerWish } from '../wishes.ts'

/** What one can do with a post by a press, and take back by another. */
export type Reaction = 'like' | 'repost' | 'bookmark'

const reactions: readonly Reaction[] = ['like', 'repost', 'bookmark']

const flags = { like: 'isLiked', repost: 'isReposted', bookmark: 'isBookmarked' } as const
const counts = { like: 'likeCount', repost: 'repostCount', bookmark: undefined } as const

export const reactionKey = (reaction: Reaction, id: string) => `${reaction} ${id}`

export const hasReacted = (post: Post, reaction: Reaction): boolean => post[flags[reaction]]

/** The post with or without what this reader does with it. It counts once, however often it is said. */
export function withReaction(post: Post, reaction: Reaction, isSet: boolean): Post {
  const flag = flags[reaction]
  if (post[flag] === isSet) return post
  const count = counts[reaction]
  if (count === undefined) return { ...post, [flag]: isSet }
  return { ...post, [flag]: isSet, [count]: Math.max(0, post[count] + (isSet ? 1 : -1)) }
}

/**
 * A post as it was read, with what this reader has pressed meanwhile.
 * @param since `wishesSoFar` when the read began
 */
export function withWishes(post: Post, since: number): Post {
  return reactions.reduce((known, reaction) => {
    const isSet = newerWish(reactionKey(reaction, post.id), since)
    return isSet === undefined ? known : withReaction(known, reaction, isSet)
  }, post)
}
