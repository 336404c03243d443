import type { NotificationFilter } from '@mayfly/contract/notifications'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { serverNow } from '../clock/server-clock.ts'
import { useLeaving } from '../leaving.ts'
import { headKey, listKey, readHead, readListPage } from './notification-cache.ts'
import { type ListPage, type ListPages, newIn, rowsOf } from './notification-pages.ts'

const MINUTE = 60_000
const TEN_MINUTES = 10 * MINUTE

type Cursor = string | undefined

/** What one is told, with the pages read so far. By itself it never moves. */
export function useNotifications(filter: NotificationFilter) {
  const { history } = useRouter()
  const [key] = useState(() => listKey(filter, history.location.state.__TSR_key ?? ''))
  const leaving = useLeaving((state) => state.ids)
  const query = useInfiniteQuery<ListPage, Error, ListPages, readonly unknown[], Cursor>({
    queryKey: key,
    queryFn: ({ pageParam }) =>
      pageParam === undefined ? readHead(filter) : readListPage(filter, pageParam),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: TEN_MINUTES,
  })
  const pages = query.data?.pages
  const rows = pages && rowsOf(pages)
  const shown = rows?.filter(({ aboutId }) => !leaving.has(aboutId))
  return { ...query, key, pages, shown, newest: rows?.[0]?.place }
}

/** What has happened since the list was read: heard of live, and looked for each minute while the page is seen. */
export function useNews(filter: NotificationFilter, newest: string | undefined) {
  const leaving = useLeaving((state) => state.ids)
  const { data: head } = useQuery({
    queryKey: headKey(filter),
    queryFn: () => readListPage(filter),
    staleTime: MINUTE,
    refetchInterval: MINUTE,
    gcTime: TEN_MINUTES,
    retry: false,
  })
  const news = head ? newIn(head, newest, serverNow()).filter(({ aboutId }) => !leaving.has(aboutId)) : []
  return { head, count: news.length, isMore: head?.next != null && news.length === head.rows.length }
}
