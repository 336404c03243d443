import { randomBytes } from 'node:crypto'
import type { Draft } from '@mayfly/contract/posts'
import { Refusal } from '@mayfly/contract/refusal'
import { copiesFor } from '@mayfly/domain/pictures'
import { composePost, isOver } from '@mayfly/domain/posts'
import type { Stores } from '@mayfly/storage/stores'
import { tellNotified } from './notifications.ts'
import type { Operation, Viewer } from './operation.ts'

export const createPost: Operation<'createPost'> = async (draft, { viewer, stores, now }) => {
  const sent = await sentAs(draft, { viewer, stores, now })
  if (sent) return sent
  const [parent, quoted] = await Promise.all(
    [draft.replyTo, draft.quoteOf].map((id) => (id ? stores.posts.find(id, viewer.id, now) : undefined)),
  )
  if (draft.replyTo !== undefined && parent === undefined)
    throw faded('The post that you answer has faded.', 'replyTo')
  if (draft.quoteOf !== undefined && quoted === undefined)
    throw faded('The post that you quote has faded.', 'quoteOf')
  const post = composePost(draft, {
    authorId: viewer.id,
    parent,
    now,
    random: randomBytes(8).readBigUInt64BE(),
  })
  const photos = draft.photos.map((photo) => ({ ...photo, copies: copiesFor(post.id, photo.id) }))
  const stored = await stores.posts.insert(post, photos, now)
  if (stored !== undefined) {
    tellNotified(stores, stored.notifiedIds)
    return stored.post
  }
  const meanwhile = await sentAs(draft, { viewer, stores, now })
  if (meanwhile) return meanwhile
  throw refusalOf(draft)
}

/** What has arrived of this draft by an earlier try. */
const sentAs = async ({ key }: Draft, { viewer, stores, now }: Asked & { viewer: Viewer }) =>
  key && stores.posts.findSent(viewer.id, key, now)

export const showPost: Operation<'showPost'> = ({ id }, context) => livePost(id, context)

export const showThread: Operation<'showThread'> = async ({ id }, { viewer, stores, now }) => {
  if (isOver(id, now)) throw faded('This post has faded, and its thread with it.')
  const thread = await stores.threads.find(id, viewer?.id, now)
  if (thread === undefined) throw missing()
  return thread
}

export const deletePost: Operation<'deletePost'> = async ({ id }, { viewer, stores, now }) => {
  const isRemoved = await stores.posts.remove(id, viewer.id, now)
  if (isRemoved) return
  const post = await stores.posts.find(id, viewer.id, now)
  if (post !== undefined) throw new Refusal('forbidden', 'Only its author can delete a post.')
}

export const listReplies: Operation<'listReplies'> = async ({ id, ...page }, { viewer, stores, now }) => {
  if (isOver(id, now)) throw faded('This post has faded, and its replies with it.')
  return stores.posts.listReplies(id, viewer?.id, page, now)
}

interface Asked {
  viewer: Viewer | undefined
  stores: Stores
  now: Date
}

/** @throws Refusal `gone` or `not-found` */
export async function livePost(id: string, { viewer, stores, now }: Asked) {
  if (isOver(id, now)) throw faded('This post has faded.')
  const post = await stores.posts.find(id, viewer?.id, now)
  if (post === undefined) throw missing()
  return post
}

const missing = () => new Refusal('not-found', 'This post is gone, or never was.')

const faded = (message: string, field?: 'replyTo' | 'quoteOf') =>
  new Refusal('gone', message, field && { [field]: message })

/** Why nothing was stored. The rest was looked at before, so photos are the likely reason if there are any. */
function refusalOf({ photos }: Draft): Refusal {
  if (photos.length === 0) return new Refusal('forbidden', 'You cannot post this now.')
  const problem = 'A photo is not ready, or in another post already. Please take it out and add it again.'
  return new Refusal('conflict', problem, { photos: problem })
}
