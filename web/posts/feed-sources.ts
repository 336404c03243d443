import type { Page } from '@mayfly/contract/pages'
import type { Post } from '@mayfly/contract/posts'
import { api } from '../api.ts'

/** A feed: its name in the cache, and how a page of it is read. */
export interface FeedSource {
  key: readonly ['feed', name: string, ...which: string[]]
  read: (cursor: string | undefined) => Promise<Page<Post>>
  /** Whether something else than the time of a post is its place. */
  isRanked?: boolean
}

/** The home feed of the person who is signed in: named, so that nobody finds the one of somebody else. */
export const homeFeed = (personId: string): FeedSource => ({
  key: ['feed', 'home', personId],
  read: (cursor) => api.homeFeed(from(cursor)),
})

/** What goes next, of the same people. */
export const fadingFeed = (personId: string): FeedSource => ({
  key: ['feed', 'fading', personId],
  read: (cursor) => api.fadingFeed(from(cursor)),
})

export const exploreFeed: FeedSource = {
  key: ['feed', 'explore'],
  read: (cursor) => api.exploreFeed(from(cursor)),
  isRanked: true,
}

export const latestFeed: FeedSource = {
  key: ['feed', 'latest'],
  read: (cursor) => api.latestFeed(from(cursor)),
}

/** What has a tag, as tags are compared. */
export const tagFeed = (tag: string): FeedSource => ({
  key: ['feed', 'tag', tag],
  read: (cursor) => api.tagFeed({ tag, ...from(cursor) }),
})

export const searchFeed = (query: string, order: 'top' | 'latest'): FeedSource => ({
  key: ['feed', 'search', order, query],
  read: (cursor) => api.searchPosts({ query, order, ...from(cursor) }),
  isRanked: order === 'top',
})

export const profileFeed = (handle: string): FeedSource => ({
  key: ['feed', 'profile', handle],
  read: (cursor) => api.profileFeed({ handle, ...from(cursor) }),
})

export const profileReplies = (handle: string): FeedSource => ({
  key: ['feed', 'profile-replies', handle],
  read: (cursor) => api.profileReplies({ handle, ...from(cursor) }),
})

export const profileMedia = (handle: string): FeedSource => ({
  key: ['feed', 'profile-media', handle],
  read: (cursor) => api.profileMedia({ handle, ...from(cursor) }),
})

/** What the person who is signed in likes. */
export const likesFeed = (personId: string): FeedSource => ({
  key: ['feed', 'likes', personId],
  read: (cursor) => api.likesFeed(from(cursor)),
})

export const bookmarksFeed = (personId: string): FeedSource => ({
  key: ['feed', 'bookmarks', personId],
  read: (cursor) => api.bookmarksFeed(from(cursor)),
})

/** What quotes a post. */
export const quotesFeed = (postId: string): FeedSource => ({
  key: ['feed', 'quotes', postId],
  read: (cursor) => api.listQuotes({ id: postId, ...from(cursor) }),
})

const from = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor })
