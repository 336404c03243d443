import type { Person } from '@mayfly/contract/people'
import type { Post } from '@mayfly/contract/posts'
import { serverNow } from '../clock/server-clock.ts'
import { sessionView } from '../session/state.ts'
import { queryClient, readKey } from '../use-api.ts'
import { wishesSoFar } from '../wishes.ts'
import {
  type Entry,
  entryOf,
  type FeedPage,
  type FeedPages,
  feedPageOf,
  liveEntries,
  withOnTop,
  without,
} from './feed-pages.ts'
import { exploreFeed, type FeedSource, homeFeed, latestFeed, profileFeed } from './feed-sources.ts'
import { changePost, forgetPost, keepPosts, knownPost } from './post-cache.ts'
import type { Reaction } from './reactions.ts'
import { addToThreads, removeFromThreads } from './thread-cache.ts'

/** Reads a page: the posts go where all feeds look for them, the feed keeps their ids. */
export async function readFeedPage(source: FeedSource, cursor?: string): Promise<FeedPage> {
  const since = wishesSoFar()
  const page = await source.read(cursor)
  const now = serverNow()
  keepPosts(
    page.items.filter((post) => Date.parse(post.expiresAt) > now),
    since,
  )
  return feedPageOf(page, now)
}

/** Starts a feed again with a first page that was read a moment ago. */
export function restartFeed(source: FeedSource, head: FeedPage): void {
  const page = { ...head, entries: liveEntries(head.entries, serverNow()) }
  queryClient.setQueryData<FeedPages>(source.key, { pages: [page], pageParams: [undefined] })
}

/** Whom one follows has changed: the home feed is read anew the next time. */
export function forgetHomeFeed(): void {
  queryClient.removeQueries({ queryKey: ['feed', 'home'] })
  queryClient.removeQueries({ queryKey: ['feed-head', 'feed', 'home'] })
}

/** Shows an own new post at once wherever it belongs. */
export function publish(post: Post, me: Person): void {
  keepPosts([post])
  for (const list of ['fading', 'profile-replies', 'profile-media', 'quotes'])
    void queryClient.invalidateQueries({ queryKey: ['feed', list], refetchType: 'none' })
  if (post.replyTo) {
    addToThreads(post)
    changePost(post.replyTo, (parent) => ({ ...parent, replyCount: parent.replyCount + 1 }))
    return
  }
  for (const source of [homeFeed(me.id), exploreFeed, latestFeed, profileFeed(me.handle)])
    changeFeed(source, (feed) => withOnTop(feed, entryOf(post)))
  void queryClient.invalidateQueries({ queryKey: readKey('showPerson', { handle: me.handle }) })
}

/** Takes a deleted post out of every feed and out of memory. */
export function unpublish(id: string): void {
  const post = knownPost(id)
  queryClient.setQueriesData<FeedPages>(
    { queryKey: ['feed'] },
    (feed) => feed && without(feed, (entry) => entry.id === id),
  )
  removeFromThreads(id)
  forgetPost(id)
  // Of these, too, whatever is about it goes with it.
  queryClient.removeQueries({ queryKey: readKey('listNotifications'), type: 'inactive' })
  if (post === undefined) return
  if (post.replyTo)
    changePost(post.replyTo, (parent) => ({ ...parent, replyCount: Math.max(0, parent.replyCount - 1) }))
  void queryClient.invalidateQueries({ queryKey: readKey('showPerson', { handle: post.author.handle }) })
}

const listsOf = { like: 'likes', bookmark: 'bookmarks', repost: 'profile' } as const

/**
 * What one does with a post changes one's own lists: they are read anew the next time, and do not move before.
 * Only what one's own repost has put into a feed leaves it with the repost.
 */
export function noteReaction(reaction: Reaction, id: string, isSet: boolean): void {
  void queryClient.invalidateQueries({ queryKey: ['feed', listsOf[reaction]], refetchType: 'none' })
  const { me } = sessionView()
  if (reaction !== 'repost' || isSet || me === undefined) return
  const isMine = (entry: Entry) => entry.id === id && entry.repostedBy?.id === me.id
  queryClient.setQueriesData<FeedPages>({ queryKey: ['feed'] }, (feed) => feed && without(feed, isMine))
}

function changeFeed(source: FeedSource, change: (feed: FeedPages) => FeedPages): void {
  queryClient.setQueryData<FeedPages>(source.key, (feed) => feed && change(feed))
}
