import type { NotificationFilter } from '@mayfly/contract/notifications'
import { api } from '../api.ts'
import { serverNow } from '../clock/server-clock.ts'
import { queryClient, readKey } from '../use-api.ts'
import { type ListPage, type ListPages, listPageOf, nextEnd, withoutOver } from './notification-pages.ts'
import { heads } from './refresh-notifications.ts'

const BURN_MILLISECONDS = 1_000
const LONGEST_TIMER_MILLISECONDS = 60 * 60 * 1000

const lists = [...readKey('listNotifications'), 'list']

/** A list belongs to one visit of its page: going back finds it as it was left, coming anew reads it anew. */
export const listKey = (filter: NotificationFilter, visit: string) => [...lists, filter, visit]

/** The newest of it, as often as there is news. */
export const headKey = (filter: NotificationFilter) => [...heads, filter]

export async function readListPage(filter: NotificationFilter, cursor?: string): Promise<ListPage> {
  const page = await api.listNotifications(cursor === undefined ? { filter } : { filter, cursor })
  purgeSoon()
  return listPageOf(page, serverNow())
}

/** Reads the newest page for a list that begins with it. */
export async function readHead(filter: NotificationFilter): Promise<ListPage> {
  const head = await readListPage(filter)
  queryClient.setQueryData<ListPage>(headKey(filter), head)
  return head
}

/** Starts a list again with its newest page, which was read a moment ago. */
export function restartList(key: readonly unknown[], head: ListPage): void {
  const page = withoutOver(head, serverNow())
  const rows = page.rows.filter(({ item }) => item !== undefined)
  queryClient.setQueryData<ListPages>(key, { pages: [{ ...page, rows }], pageParams: [undefined] })
}

let timer: ReturnType<typeof setTimeout> | undefined

/** Looks a moment later, when what was just read is in the cache, for what is over, and from then on in time. */
function purgeSoon(): void {
  clearTimeout(timer)
  timer = setTimeout(purge)
}

/** Nothing stays in memory when it is over and has burnt away, also of lists that are on no screen. */
function purge(): void {
  const past = serverNow() - BURN_MILLISECONDS
  queryClient.setQueriesData<ListPages>({ queryKey: lists }, (list) => list && purged(list, past))
  queryClient.setQueriesData<ListPage>({ queryKey: heads }, (head) => head && withoutOver(head, past))
  clearTimeout(timer)
  const next = nextEnd(knownPages())
  if (next !== Number.POSITIVE_INFINITY)
    timer = setTimeout(purge, Math.min(next - past, LONGEST_TIMER_MILLISECONDS))
}

function purged(list: ListPages, past: number): ListPages {
  const pages = list.pages.map((page) => withoutOver(page, past))
  return pages.every((page, index) => page === list.pages[index]) ? list : { ...list, pages }
}

function knownPages(): ListPage[] {
  const ofLists = queryClient.getQueriesData<ListPages>({ queryKey: lists })
  const ofHeads = queryClient.getQueriesData<ListPage>({ queryKey: heads })
  return [
    ...ofLists.flatMap(([, list]) => list?.pages ?? []),
    ...ofHeads.flatMap(([, head]) => (head ? [head] : [])),
  ]
}
