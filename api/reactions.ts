import { randomBytes } from 'node:crypto'
import { Refusal } from '@mayfly/contract/refusal'
import { isOver, reactionId } from '@mayfly/domain/posts'
import type { Stores } from '@mayfly/storage/stores'
import { tellNotified } from './notifications.ts'
import type { Operation } from './operation.ts'
import { livePost } from './posts.ts'

export const likePost: Operation<'likePost'> = async ({ id }, context) => {
  await react('like', id, context)
}

export const unlikePost: Operation<'unlikePost'> = async ({ id }, { viewer, stores }) => {
  await stores.reactions.remove('like', id, viewer.id)
}

export const repostPost: Operation<'repostPost'> = async ({ id }, context) => {
  await react('repost', id, context)
}

export const undoRepost: Operation<'undoRepost'> = async ({ id }, { viewer, stores }) => {
  await stores.reactions.remove('repost', id, viewer.id)
}

export const bookmarkPost: Operation<'bookmarkPost'> = async ({ id }, context) => {
  await react('bookmark', id, context)
}

export const removeBookmark: Operation<'removeBookmark'> = async ({ id }, { viewer, stores }) => {
  await stores.reactions.remove('bookmark', id, viewer.id)
}

export const showPostLife: Operation<'showPostLife'> = async ({ id }, { viewer, stores, now }) => {
  const post = await livePost(id, { viewer, stores, now })
  if (post.author.id !== viewer.id)
    throw new Refusal('forbidden', 'How a post did is shown to its author alone.')
  return { parts: await stores.reactions.countOverLife(post, now) }
}

export const listLikers: Operation<'listLikers'> = async ({ id, ...page }, { viewer, stores, now }) => {
  await livePost(id, { viewer, stores, now })
  return stores.reactions.listPeople('like', id, viewer?.id, page, now)
}

export const listReposters: Operation<'listReposters'> = async ({ id, ...page }, { viewer, stores, now }) => {
  await livePost(id, { viewer, stores, now })
  return stores.reactions.listPeople('repost', id, viewer?.id, page, now)
}

export const listQuotes: Operation<'listQuotes'> = async ({ id, ...page }, { viewer, stores, now }) => {
  await livePost(id, { viewer, stores, now })
  return stores.posts.listQuotes(id, viewer?.id, page, now)
}

interface Reacting {
  viewer: { id: string }
  stores: Stores
  now: Date
}

async function react(
  reaction: 'like' | 'repost' | 'bookmark',
  postId: string,
  { viewer, stores, now }: Reacting,
): Promise<void> {
  if (isOver(postId, now)) throw new Refusal('gone', 'This post has faded.')
  const id = reactionId(postId, now, randomBytes(8).readBigUInt64BE())
  const done = await stores.reactions.insert(reaction, id, postId, viewer.id, now)
  if (done === undefined) throw new Refusal('not-found', 'This post is gone, or never was.')
  if (done.notifiedId !== null) tellNotified(stores, [done.notifiedId])
}
