import type { ReactNode } from 'react'
import { t } from '../language/words.ts'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { FeedList } from './FeedList.tsx'
import { restartFeed } from './feed-cache.ts'
import type { FeedPage } from './feed-pages.ts'
import { type LineBefore, lineAt } from './feed-rows.ts'
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
export function Feed(props: Props) {
  const { source } = props
  const feed = useFeed(source)
  const seen = seenPlaces.get(nameOf(source))
  return (
    <>
      {feed.pages && <NewPosts source={source} pages={feed.pages} readAt={feed.dataUpdatedAt} />}
      <FeedBody {...props} feed={feed} lineBefore={seen === undefined ? undefined : lineAt(seen)} />
    </>
  )
}

interface ListProps extends Props {
  lineBefore?: LineBefore | undefined
}

/** A feed in another order. It is read anew when its reader comes back to it, unless it is to stay as it was. */
export function OrderedFeed({ isStill = false, ...props }: ListProps & { isStill?: boolean }) {
  return <FeedBody {...props} feed={useFeed(props.source, { isKeptFresh: !isStill })} />
}

function FeedBody({
  source,
  label,
  empty,
  end,
  feed,
  lineBefore,
}: ListProps & { feed: ReturnType<typeof useFeed> }) {
  if (feed.entries === undefined) {
    if (feed.isError) return <ErrorCard error={feed.error} retry={() => void feed.refetch()} />
    return <PostSkeletons />
  }
  if (feed.entries.length === 0 && !feed.hasNextPage) return empty
  return <FeedList {...{ feed, label, end, lineBefore }} entries={feed.entries} name={nameOf(source)} />
}

const nameOf = ({ key }: FeedSource) => key.join(' ')

/** What was on top of a feed before its newer posts were asked for. */
const seenPlaces = new Map<string, string>()

function NewPosts({ source, pages, readAt }: { source: FeedSource; pages: FeedPage[]; readAt: number }) {
  const { head, count, isMore } = useNewPosts(source, pages, readAt)
  if (head === undefined || count === 0) return null
  const show = () => {
    const top = pages[0]?.entries[0]?.place
    if (top !== undefined && !source.isRanked) seenPlaces.set(nameOf(source), top)
    restartFeed(source, head)
    window.scrollTo({ top: 0 })
  }
  const words = isMore
    ? t('{count, plural, one {#+ new post} other {#+ new posts}}', { count })
    : t('{count, plural, one {# new post} other {# new posts}}', { count })
  return <NewPostsPill words={words} show={show} />
}
