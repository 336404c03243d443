import { useEffect, useRef, useState } from 'react'
import { WindowVirtualizer, type WindowVirtualizerHandle } from 'virtua'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { ReadOn } from '../ui/ReadOn.tsx'
import type { Entry } from './feed-pages.ts'
import { useFeedPlace } from './feed-places.ts'
import { keyOf, type LineBefore, rowsOf } from './feed-rows.ts'
import { PostCard } from './PostCard.tsx'
import { PostSkeletons } from './PostSkeletons.tsx'
import type { useFeed } from './use-feed.ts'

/** About the height of a post. With a good guess only the posts on screen are drawn at first. */
const POST_PIXELS = 190

interface Props {
  feed: ReturnType<typeof useFeed>
  entries: Entry[]
  name: string
  label: string
  end: string
  lineBefore?: LineBefore | undefined
}

/** The posts of a feed. Only those near the screen are on the page; further ones are read on the way down. */
export function FeedList({ feed, entries, name, label, end, lineBefore }: Props) {
  const list = useRef<WindowVirtualizerHandle>(null)
  const rows = rowsOf(entries, lineBefore)
  const cache = useFeedPlace(name, rows.length, list)
  const isPrepended = useIsPrepended(entries)
  const [selected, setSelected] = useState<string>()
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, error } = feed
  const isAtTop = typeof window === 'undefined' || window.scrollY < POST_PIXELS

  return (
    <div
      role="feed"
      aria-label={label}
      aria-busy={isFetchingNextPage}
      onFocus={(event) => setSelected(event.target.closest('article')?.dataset.id)}
    >
      <WindowVirtualizer
        ref={list}
        data={rows}
        itemSize={POST_PIXELS}
        bufferSize={300}
        shift={isPrepended && !isAtTop}
        {...(cache && { cache })}
      >
        {(row) =>
          row.kind === 'line' ? (
            <p key={keyOf(row)} className="feed-line">
              {row.words}
            </p>
          ) : (
            <PostCard
              key={keyOf(row)}
              entry={row.entry}
              position={row.position}
              setSize={hasNextPage ? -1 : entries.length}
              takesFocus={row.entry.id === selected}
            />
          )
        }
      </WindowVirtualizer>
      {isFetchingNextPage && <PostSkeletons count={2} />}
      {isFetchNextPageError && <ErrorCard error={error} retry={() => void fetchNextPage()} />}
      {hasNextPage && !isFetchNextPageError && (
        <ReadOn pageCount={feed.pages?.length ?? 0} readOn={() => void fetchNextPage()} />
      )}
      {!hasNextPage && <p className="feed-end">{end}</p>}
    </div>
  )
}

/** Whether posts were put on top of those that were there. */
function useIsPrepended(entries: Entry[]): boolean {
  const top = entries[0]?.id
  const previous = useRef(top)
  const isPrepended = top !== previous.current && entries.some(({ id }) => id === previous.current)
  useEffect(() => {
    previous.current = top
  })
  return isPrepended
}
