import { randomBytes } from 'node:crypto'
import { Handle, isHandleShaped } from '@mayfly/contract/handles'
import { Refusal } from '@mayfly/contract/refusal'
import { newsId } from '@mayfly/domain/notifications'
import type { Stores } from '@mayfly/storage/stores'
import { tellNotified } from './notifications.ts'
import type { Operation, Viewer } from './operation.ts'

export const showPerson: Operation<'showPerson'> = ({ handle }, context) => personBy(handle, context)

export const followPerson: Operation<'followPerson'> = async ({ handle }, context) => {
  const { viewer, stores, now } = context
  const person = await personBy(handle, context)
  if (person.id === viewer.id) throw new Refusal('invalid', 'You cannot follow yourself.')
  const id = newsId('follow', now, randomBytes(8).readBigUInt64BE())
  const isNew = await stores.people.follow(viewer.id, person.id, id, now)
  const followed = await personBy(handle, context)
  if (!followed.isFollowed) throw new Refusal('forbidden', 'You cannot follow anybody now.')
  if (isNew) tellNotified(stores, [person.id])
  return followed
}

export const unfollowPerson: Operation<'unfollowPerson'> = async ({ handle }, context) => {
  const person = await personBy(handle, context)
  await context.stores.people.unfollow(context.viewer.id, person.id)
  return personBy(handle, context)
}

export const blockPerson: Operation<'blockPerson'> = async ({ handle }, { viewer, stores, now }) => {
  const isThere = isHandleShaped(handle) && (await stores.blocks.insert(viewer.id, handle, now))
  if (!isThere) throw new Refusal('not-found', 'There is nobody else here by this name.')
}

export const unblockPerson: Operation<'unblockPerson'> = async ({ handle }, { viewer, stores }) => {
  if (isHandleShaped(handle)) await stores.blocks.remove(viewer.id, handle)
}

export const listBlocked: Operation<'listBlocked'> = (page, { viewer, stores }) =>
  stores.blocks.list(viewer.id, page)

export const searchPeople: Operation<'searchPeople'> = async ({ query }, { viewer, stores }) => ({
  items: await stores.people.search(query, viewer?.id),
})

export const checkHandle: Operation<'checkHandle'> = async ({ handle }, { stores }) => {
  const parsed = Handle.safeParse(handle)
  if (!parsed.success)
    return {
      handle,
      isAvailable: false,
      reason: parsed.error.issues[0]?.message ?? 'This cannot be a handle.',
    }
  const isTaken = await stores.people.isHandleTaken(parsed.data)
  return {
    handle: parsed.data,
    isAvailable: !isTaken,
    reason: isTaken ? 'Somebody has this handle already.' : null,
  }
}

interface Asked {
  viewer: Viewer | undefined
  stores: Stores
  now: Date
}

/** @throws Refusal `not-found` */
export async function personBy(handle: string, { viewer, stores, now }: Asked) {
  const person = isHandleShaped(handle)
    ? await stores.people.findByHandle(handle, viewer?.id, now)
    : undefined
  if (person === undefined) throw new Refusal('not-found', 'There is nobody here by this name.')
  return person
}
