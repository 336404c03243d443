import type { ReactNode } from 'react'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { FeedList } from './FeedList.tsx'
import { restartFeed } from './feed-cache.ts'
import type { FeedPage } from './feed-pages.ts'
import type { FeedSource } from './feed-sources.ts'
import { NewPostsPill } from './NewPostsPill.tsx'
import { PostSkeletons } from './PostSkeletons.tsx'
import { useFeed, useNewPosts } from './use-feed.ts'

interface Props {
  source: FeedSource
  /** What the feed is called when it is read aloud. */
  label: string
  /** Shown in place of no posts. */
  empty: ReactNode
  /** The last line, below the last post. */
  end: string
}

/** A feed with the newest posts on top. It keeps its reader's place; new posts wait until they are asked for. */
export function Feed({ source, label, empty, end }: Props) {
  const feed = useFeed(source)
  if (feed.pages === undefined || feed.entries === undefined) {
    if (feed.isError) return <ErrorCard error={feed.error} retry={() => void feed.refetch()} />
    return <PostSkeletons />
  }
  return (
    <>
      <NewPosts source={source} pages={feed.pages} readAt={feed.dataUpdatedAt} />
      {feed.entries.length === 0 && !feed.hasNextPage ? (
        empty
      ) : (
        <FeedList feed={feed} entries={feed.entries} name={source.key.join(' ')} label={label} end={end} />
      )}
    </>
  )
}

function NewPosts({ source, pages, readAt }: { source: FeedSource; pages: FeedPage[]; readAt: number }) {
  const { head, count, isMore } = useNewPosts(source, pages, readAt)
  if (head === undefined || count === 0) return null
  const show = () => {
    restartFeed(source, head)
    window.scrollTo({ top: 0 })
  }
  return <NewPostsPill count={count} isMore={isMore} show={show} />
}
