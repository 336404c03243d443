import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { serverNow } from '../clock/server-clock.ts'
import { useLeaving } from '../leaving.ts'
import { readFeedPage } from './feed-cache.ts'
import { entriesOf, type FeedPage, liveEntries, unseenEntries } from './feed-pages.ts'
import type { FeedSource } from './feed-sources.ts'

const MINUTE = 60_000
const HALF_AN_HOUR = 30 * MINUTE

type Cursor = string | undefined

/**
 * A feed with its pages so far. By itself it never moves: only its reader makes it longer.
 * One that grows at its end may be kept fresh: it is read again when its reader comes back to it.
 */
export function useFeed(source: FeedSource, { isKeptFresh = false } = {}) {
  const leaving = useLeaving((state) => state.ids)
  const query = useInfiniteQuery<FeedPage, Error, InfiniteData<FeedPage, Cursor>, FeedSource['key'], Cursor>({
    queryKey: source.key,
    queryFn: ({ pageParam }) => readFeedPage(source, pageParam),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: isKeptFresh ? MINUTE : Number.POSITIVE_INFINITY,
    gcTime: HALF_AN_HOUR,
  })
  const pages = query.data?.pages
  const entries = pages && entriesOf(pages).filter(({ id }) => !leaving.has(id))
  return { ...query, pages, entries }
}

/** What has been written since the feed was read; looked for each minute while the page is seen. */
export function useNewPosts(source: FeedSource, pages: FeedPage[], readAt: number) {
  const leaving = useLeaving((state) => state.ids)
  const { data: head } = useQuery({
    queryKey: ['feed-head', ...source.key],
    queryFn: () => readFeedPage(source),
    initialData: pages[0],
    initialDataUpdatedAt: readAt,
    staleTime: MINUTE,
    refetchInterval: MINUTE,
    retry: false,
  })
  const live = liveEntries(head?.entries ?? [], serverNow())
  const unseen = unseenEntries(live, pages, source.isRanked).filter(({ id }) => !leaving.has(id))
  const isAllNew = head?.next != null && unseen.length === live.length
  return { head, count: unseen.length, isMore: isAllNew }
}
