import type { Post } from '@mayfly/contract/posts'
import { Navigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { FeedList } from './FeedList.tsx'
import { entryOf } from './feed-pages.ts'
import { repliesFeed } from './feed-sources.ts'
import { ParentPost } from './ParentPost.tsx'
import { PostCard } from './PostCard.tsx'
import { PostPrompt } from './PostPrompt.tsx'
import { PostSkeletons } from './PostSkeletons.tsx'
import { useFeed } from './use-feed.ts'

/** A post at large, between what it answers and its replies. */
export function Thread({ post, handle }: { post: Post; handle: string }) {
  const { author } = post
  if (author.handle !== handle)
    return <Navigate to="/@{$handle}/$postId" params={{ handle: author.handle, postId: post.id }} replace />
  return (
    <>
      <TopBar title="Post" tabTitle={`${author.displayName} on Mayfly`} hasBack />
      {post.replyTo && <ParentPost id={post.replyTo} />}
      <PostCard entry={entryOf(post)} isOpened />
      <PostPrompt words={`Answer @${author.handle}…`} deed="Reply" replyTo={post} />
      <Replies id={post.id} />
    </>
  )
}

function Replies({ id }: { id: string }) {
  const source = useMemo(() => repliesFeed(id), [id])
  const feed = useFeed(source, { isKeptFresh: true })
  if (feed.entries === undefined) {
    if (feed.isError) return <ErrorCard error={feed.error} retry={() => void feed.refetch()} />
    return <PostSkeletons count={2} />
  }
  if (feed.entries.length === 0 && !feed.hasNextPage)
    return <p className="feed-end">No replies yet. They burn with this post, at the latest.</p>
  return (
    <FeedList
      feed={feed}
      entries={feed.entries}
      name={source.key.join(' ')}
      label="Replies"
      end="All replies burn with this post, at the latest."
    />
  )
}
