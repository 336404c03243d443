import type { Page } from '@mayfly/contract/pages'
import type { Post } from '@mayfly/contract/posts'
import { api } from '../api.ts'

/** A feed: its name in the cache, and how a page of it is read. */
export interface FeedSource {
  key: readonly ['feed', name: string, ...which: string[]]
  read: (cursor: string | undefined) => Promise<Page<Post>>
}

/** The home feed of the person who is signed in: named, so that nobody finds the one of somebody else. */
export const homeFeed = (personId: string): FeedSource => ({
  key: ['feed', 'home', personId],
  read: (cursor) => api.homeFeed(from(cursor)),
})

export const exploreFeed: FeedSource = {
  key: ['feed', 'explore'],
  read: (cursor) => api.exploreFeed(from(cursor)),
}

export const profileFeed = (handle: string): FeedSource => ({
  key: ['feed', 'profile', handle],
  read: (cursor) => api.profileFeed({ handle, ...from(cursor) }),
})

export const repliesFeed = (postId: string): FeedSource => ({
  key: ['feed', 'replies', postId],
  read: (cursor) => api.listReplies({ id: postId, ...from(cursor) }),
})

const from = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor })
