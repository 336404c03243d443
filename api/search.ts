import { asksForNothing, parseSearch } from '@mayfly/domain/search'
import { comparable } from '@mayfly/domain/words'
import type { Operation } from './operation.ts'

export const searchPosts: Operation<'searchPosts'> = async (
  { query, order, ...page },
  { viewer, stores, now },
) => {
  const wanted = parseSearch(query)
  if (asksForNothing(wanted)) return { items: [], next: null }
  if (order === 'top') return stores.search.listWarmest(wanted, viewer?.id, page.limit, now)
  return stores.search.listNewest(wanted, viewer?.id, page, now)
}

export const searchTags: Operation<'searchTags'> = async ({ query }, { stores, now }) => {
  const text = comparable(query)
  return { items: text === '' ? [] : await stores.tags.search(text, now) }
}

export const tagFeed: Operation<'tagFeed'> = ({ tag, ...page }, { viewer, stores, now }) =>
  stores.feeds.listByTag(comparable(tag), viewer?.id, page, now)

export const listTrends: Operation<'listTrends'> = async (_, { stores, now }) => ({
  items: await stores.tags.listTrends(now),
})
