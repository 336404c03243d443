import type { Case } from '@mayfly/contract/moderation'
import type { Page } from '@mayfly/contract/pages'
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { queryClient, readKey } from '../use-api.ts'

const MINUTE = 60_000

type Pages = InfiniteData<Page<Case>, string | null>

const queueKey = readKey('listCases')

/** What waits for a decision, the most urgent first; looked at anew each minute. */
export function useQueue() {
  const query = useInfiniteQuery({
    queryKey: queueKey,
    queryFn: ({ pageParam }) => api.listCases(pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: MINUTE,
    gcTime: MINUTE,
  })
  return { ...query, cases: query.data?.pages.flatMap(({ items }) => items) }
}

/** Takes a case out before the server has answered. */
export function leaveQueue(id: string): void {
  queryClient.setQueryData<Pages>(
    queueKey,
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.id !== id) })),
      },
  )
}

/** Whatever was read about cases and the log may be old by now. */
export function refreshModeration(): void {
  for (const name of ['listCases', 'showCase', 'listActions', 'showModeratedPerson'] as const)
    void queryClient.invalidateQueries({ queryKey: readKey(name) })
}
