import type { Notification, NotificationKind } from '@mayfly/contract/notifications'
import type { Page } from '@mayfly/contract/pages'
import type { InfiniteData } from '@tanstack/react-query'

/** A notification in a list. Its row stays where it is when the rest is over and forgotten. */
export interface Row {
  /** The same for the same kind of thing about the same thing. */
  key: string
  kind: NotificationKind
  aboutId: string
  place: string
  /** When there is nothing more to be shown of it, in ms since 1970. */
  end: number
  item: Notification | undefined
}

export interface ListPage {
  rows: Row[]
  next: string | null
}

export type ListPages = InfiniteData<ListPage, string | undefined>

/** A page as it comes, without what is over on its way here. `now` in ms since 1970. */
export function listPageOf({ items, next }: Page<Notification>, now: number): ListPage {
  return { rows: items.map(rowOf).filter(({ end }) => end > now), next }
}

function rowOf(item: Notification): Row {
  const { kind, aboutId, place, post, expiresAt } = item
  const ends = [expiresAt, ...(post ? [post.expiresAt] : [])].map((time) => Date.parse(time))
  // What the post quotes is not shown here, and may be over before it.
  const kept = { ...item, post: post && { ...post, quoted: null } }
  return { key: `${kind} ${aboutId}`, kind, aboutId, place, end: Math.min(...ends), item: kept }
}

/** All rows in order, each notification once. */
export function rowsOf(pages: readonly ListPage[]): Row[] {
  const byKey = new Map<string, Row>()
  for (const row of pages.flatMap(({ rows }) => rows)) {
    if (!byKey.has(row.key)) byKey.set(row.key, row)
  }
  return [...byKey.values()]
}

/** What happened after the newest that is known: rows that are new, and rows that moved up. `now` in ms since 1970. */
export function newIn(head: ListPage, newest: string | undefined, now: number): Row[] {
  return head.rows.filter(({ place, end }) => place > (newest ?? '') && end > now)
}

/** The page without what was over at this moment, in ms since 1970; the same page if nothing was. */
export function withoutOver(page: ListPage, moment: number): ListPage {
  const isOver = ({ item, end }: Row) => item !== undefined && end <= moment
  if (!page.rows.some(isOver)) return page
  return { ...page, rows: page.rows.map((row) => (isOver(row) ? { ...row, item: undefined } : row)) }
}

/** When something of these pages is over next, in ms since 1970; infinity for nothing. */
export function nextEnd(pages: readonly ListPage[]): number {
  const ends = pages.flatMap(({ rows }) => rows.flatMap(({ item, end }) => (item ? [end] : [])))
  return ends.reduce((least, end) => Math.min(least, end), Number.POSITIVE_INFINITY)
}
