import type { Post } from '@mayfly/contract/posts'
import { queryClient, readKey } from '../use-api.ts'
import { type Entry, type FeedPage, type FeedPages, without } from './feed-pages.ts'
import { changePost, forgetPost } from './post-cache.ts'

/** Feeds that bring what their reader did not ask for by name. */
const openFeeds = ['home', 'fading', 'explore', 'latest', 'tag', 'search']

const isOpenFeed = ({ queryKey }: { queryKey: readonly unknown[] }) =>
  openFeeds.includes(String(queryKey[queryKey[0] === 'feed-head' ? 2 : 1]))

/** Takes what a person writes and reposts out of the feeds that come by themselves. @returns what brings it back */
export function hidePostsOf(handle: string): () => void {
  const before = queryClient.getQueriesData<FeedPages>({ queryKey: ['feed'], predicate: isOpenFeed })
  dropEntriesOf(handle, isOpenFeed)
  const after = before.map(([key, feed]) => ({ key, feed, left: queryClient.getQueryData(key) }))
  return () => {
    for (const { key, feed, left } of after) {
      // What has changed since then is read anew instead.
      if (queryClient.getQueryData(key) === left) queryClient.setQueryData(key, feed)
      else void queryClient.invalidateQueries({ queryKey: key })
    }
  }
}

/** Takes what a person writes and reposts out of every feed and out of memory. */
export function forgetPostsOf(handle: string): void {
  dropEntriesOf(handle, () => true)
  for (const [, post] of queryClient.getQueriesData<Post>({ queryKey: readKey('showPost') }))
    if (post?.author.handle === handle) forgetPost(post.id)
}

/** Folds what a person wrote where others quote it, or unfolds it. */
export function foldQuotesOf(handle: string, isMuted: boolean): void {
  for (const [, post] of queryClient.getQueriesData<Post>({ queryKey: readKey('showPost') }))
    if (post?.quoted?.author.handle === handle && post.author.handle !== handle)
      changePost(post.id, ({ quoted, ...rest }) => ({
        ...rest,
        quoted: quoted && { ...quoted, mutedFor: isMuted ? 'person' : null },
      }))
}

function dropEntriesOf(
  handle: string,
  predicate: (query: { queryKey: readonly unknown[] }) => boolean,
): void {
  const isTheirs = (entry: Entry) => entry.handle === handle || entry.repostedBy?.handle === handle
  queryClient.setQueriesData<FeedPages>(
    { queryKey: ['feed'], predicate },
    (feed) => feed && without(feed, isTheirs),
  )
  // What waits behind "new posts", too.
  queryClient.setQueriesData<FeedPage>(
    { queryKey: ['feed-head'], predicate },
    (head) => head && { ...head, entries: head.entries.filter((entry) => !isTheirs(entry)) },
  )
}
