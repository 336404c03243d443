import { useInfiniteQuery } from '@tanstack/react-query'
import { type ListPage, type ListPages, listKey, readListPage } from './conversation-cache.ts'
import { LOOK_AGAIN_MILLISECONDS } from './use-log.ts'

type Cursor = string | undefined

/** One's conversations, the one with the latest message first, with the pages read so far. */
export function useConversationList() {
  const query = useInfiniteQuery<ListPage, Error, ListPages, readonly unknown[], Cursor>({
    queryKey: listKey,
    queryFn: ({ pageParam }) => readListPage(pageParam),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: LOOK_AGAIN_MILLISECONDS,
  })
  // One that rises while pages are read may be on two of them.
  const ids = query.data && [...new Set(query.data.pages.flatMap((page) => page.ids))]
  return { ...query, ids }
}
