import type { FeedPost } from '@mayfly/contract/feeds'
import type { Page } from '@mayfly/contract/pages'
import type { Author } from '@mayfly/contract/people'
import type { Post } from '@mayfly/contract/posts'
import { isOver } from '@mayfly/domain/posts'

/** What a feed keeps of a post. The post itself is kept once, for all feeds; the handle outlives it on its stub. */
export interface Entry {
  id: string
  handle: string
  /** Sorts as the feed does that has the newest on top. */
  place: string
  /** Whose repost put it here. */
  repostedBy: Author | null
}

export interface FeedPage {
  entries: Entry[]
  next: string | null
}

/** As the Query cache holds a list that is read page by page. */
export interface FeedPages {
  pages: FeedPage[]
  pageParams: (string | undefined)[]
}

export const entryOf = (post: Post | FeedPost): Entry => ({
  id: post.id,
  handle: post.author.handle,
  place: 'place' in post ? post.place : post.id,
  repostedBy: 'repostedBy' in post ? post.repostedBy : null,
})

/** A page as it comes, without what has faded on its way here. `now` in ms since 1970. */
export function feedPageOf(page: Page<Post>, now: number): FeedPage {
  const live = page.items.filter((post) => Date.parse(post.expiresAt) > now)
  return { entries: live.map(entryOf), next: page.next }
}

/** Those of which the id does not say that they are over. `now` in ms since 1970. */
export function liveEntries(entries: readonly Entry[], now: number): Entry[] {
  return entries.filter(({ id }) => !isOver(id, new Date(now)))
}

/** All entries in order, each post once: pages overlap when posts are written between two reads. */
export function entriesOf(pages: readonly FeedPage[]): Entry[] {
  const byId = new Map<string, Entry>()
  for (const page of pages) {
    for (const entry of page.entries) {
      if (!byId.has(entry.id)) byId.set(entry.id, entry)
    }
  }
  return [...byId.values()]
}

/**
 * What a fresh first page has that the shown feed has not. What is older than the shown first page is not new; in a
 * ranked feed, what is not younger than all of it has only come up.
 */
export function unseenEntries(head: readonly Entry[], shown: readonly FeedPage[], isRanked = false): Entry[] {
  const known = new Set(entriesOf(shown).map((entry) => entry.id))
  const places = shown[0]?.entries.map(({ place }) => place).sort() ?? []
  const bound = places.at(isRanked ? -1 : 0) ?? ''
  return head.filter((entry) => !known.has(entry.id) && entry.place > bound)
}

/** The feed with one more entry at its top. */
export function withOnTop(feed: FeedPages, entry: Entry): FeedPages {
  const [first, ...rest] = feed.pages
  if (first === undefined) return feed
  const others = first.entries.filter((known) => known.id !== entry.id)
  return { ...feed, pages: [{ ...first, entries: [entry, ...others] }, ...rest] }
}

/** The feed without the entries that match. */
export function without(feed: FeedPages, matches: (entry: Entry) => boolean): FeedPages {
  const pages = feed.pages.map((page) => ({
    ...page,
    entries: page.entries.filter((entry) => !matches(entry)),
  }))
  return { ...feed, pages }
}
