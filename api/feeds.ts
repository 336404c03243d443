import type { Operation } from './operation.ts'
import { personBy } from './people.ts'

export const homeFeed: Operation<'homeFeed'> = (page, { viewer, stores, now }) =>
  stores.feeds.listHome(viewer.id, page, now)

export const fadingFeed: Operation<'fadingFeed'> = (page, { viewer, stores, now }) =>
  stores.feeds.listFading(viewer.id, page, now)

export const exploreFeed: Operation<'exploreFeed'> = (page, { viewer, stores, now }) =>
  stores.feeds.listWarmest(viewer?.id, page, now)

export const latestFeed: Operation<'latestFeed'> = (page, { viewer, stores, now }) =>
  stores.feeds.listNewest(viewer?.id, page, now)

export const profileFeed: Operation<'profileFeed'> = async ({ handle, ...page }, { viewer, stores, now }) => {
  const author = await personBy(handle, { viewer, stores, now })
  return stores.feeds.listByAuthor(author.id, viewer?.id, page, now)
}

export const profileReplies: Operation<'profileReplies'> = async (
  { handle, ...page },
  { viewer, stores, now },
) => {
  const author = await personBy(handle, { viewer, stores, now })
  return stores.feeds.listRepliesBy(author.id, viewer?.id, page, now)
}

export const profileMedia: Operation<'profileMedia'> = async (
  { handle, ...page },
  { viewer, stores, now },
) => {
  const author = await personBy(handle, { viewer, stores, now })
  return stores.feeds.listMediaBy(author.id, viewer?.id, page, now)
}

export const likesFeed: Operation<'likesFeed'> = (page, { viewer, stores, now }) =>
  stores.feeds.listLiked(viewer.id, page, now)

export const bookmarksFeed: Operation<'bookmarksFeed'> = (page, { viewer, stores, now }) =>
  stores.feeds.listBookmarked(viewer.id, page, now)
