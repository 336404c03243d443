import { randomBytes } from 'node:crypto'
import { limits } from '@mayfly/contract/limits'
import { Refusal } from '@mayfly/contract/refusal'
import { newsId } from '@mayfly/domain/notifications'
import { tellNotified } from './notifications.ts'
import type { Operation } from './operation.ts'
import { idBy, personBy } from './people.ts'

export const followPerson: Operation<'followPerson'> = async ({ handle }, context) => {
  const { viewer, stores, now } = context
  const id = await idBy(handle, context)
  if (id === viewer.id) throw new Refusal('invalid', 'You cannot follow yourself.')
  const followId = newsId('follow', now, randomBytes(8).readBigUInt64BE())
  const done = await stores.follows.insert(viewer.id, id, followId, now)
  if (done === undefined) throw new Refusal('forbidden', 'You cannot follow anybody now.')
  if (done.notifiedId) tellNotified(stores, [done.notifiedId])
  return personBy(handle, context)
}

export const unfollowPerson: Operation<'unfollowPerson'> = async ({ handle }, context) => {
  await context.stores.follows.remove(context.viewer.id, await idBy(handle, context))
  return personBy(handle, context)
}

export const listFollowers: Operation<'listFollowers'> = async ({ handle, ...page }, context) =>
  context.stores.follows.listFollowers(await idBy(handle, context), context.viewer?.id, page)

export const listFollowing: Operation<'listFollowing'> = async ({ handle, ...page }, context) =>
  context.stores.follows.listFollowing(await idBy(handle, context), context.viewer?.id, page)

export const listSuggestions: Operation<'listSuggestions'> = async (_, { viewer, stores, now }) => ({
  items: await stores.follows.listSuggestions(viewer.id, limits.suggestionsMost, now),
})
