import { isHandleShaped } from '@mayfly/contract/handles'
import { Refusal } from '@mayfly/contract/refusal'
import type { Operation } from './operation.ts'

export const blockPerson: Operation<'blockPerson'> = async ({ handle }, { viewer, stores, now }) => {
  const isThere = isHandleShaped(handle) && (await stores.blocks.insert(viewer.id, handle, now))
  if (!isThere) throw new Refusal('not-found', 'There is nobody else here by this name.')
}

export const unblockPerson: Operation<'unblockPerson'> = async ({ handle }, { viewer, stores, now }) => {
  if (isHandleShaped(handle)) await stores.blocks.remove(viewer.id, handle, now)
}

export const listBlocked: Operation<'listBlocked'> = (page, { viewer, stores }) =>
  stores.blocks.list(viewer.id, page)
