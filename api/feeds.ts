import type { Operation } from './operation.ts'
import { personBy } from './people.ts'

export const homeFeed: Operation<'homeFeed'> = (page, { viewer, stores, now }) =>
  stores.posts.listHome(viewer.id, page, now)

export const exploreFeed: Operation<'exploreFeed'> = (page, { viewer, stores, now }) =>
  stores.posts.listNewest(viewer?.id, page, now)

export const profileFeed: Operation<'profileFeed'> = async ({ handle, ...page }, { viewer, stores, now }) => {
  const author = await personBy(handle, { viewer, stores, now })
  return stores.posts.listByAuthor(author.id, viewer?.id, page, now)
}
