import { Refusal } from '@mayfly/contract/refusal'
import type { Operation } from './operation.ts'

export const showUpload: Operation<'showUpload'> = async ({ id }, { viewer, stores }) => {
  const upload = await stores.pictures.find(id, viewer.id)
  if (upload === undefined) throw new Refusal('not-found', 'There is no such upload of yours.')
  return upload
}

export const discardUpload: Operation<'discardUpload'> = async ({ id }, { viewer, stores }) => {
  await stores.pictures.discard(id, viewer.id)
}

export const removeAvatar: Operation<'removeAvatar'> = async (_, { viewer, stores }) => {
  await stores.pictures.removeWorn(viewer.id, 'avatar')
}

export const removeBanner: Operation<'removeBanner'> = async (_, { viewer, stores }) => {
  await stores.pictures.removeWorn(viewer.id, 'banner')
}
