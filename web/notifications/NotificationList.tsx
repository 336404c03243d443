import { useRef, useState } from 'react'
import { WindowVirtualizer, type WindowVirtualizerHandle } from 'virtua'
import { t } from '../language/words.ts'
import { useFeedPlace } from '../posts/feed-places.ts'
import { useSession } from '../session/use-session.ts'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { ReadOn } from '../ui/ReadOn.tsx'
import { NotificationRow } from './NotificationRow.tsx'
import { NotificationSkeletons } from './NotificationSkeletons.tsx'
import type { Row } from './notification-pages.ts'
import type { useNotifications } from './use-notifications.ts'

/** About the height of a row. With a good guess only those on screen are drawn at first. */
const ROW_PIXELS = 130

interface Props {
  list: ReturnType<typeof useNotifications>
  rows: Row[]
  name: string
}

/** The rows near the screen; further ones are read on the way down. */
export function NotificationList({ list, rows, name }: Props) {
  const { me } = useSession()
  const handle = useRef<WindowVirtualizerHandle>(null)
  const cache = useFeedPlace(name, rows.length, handle)
  const [selected, setSelected] = useState<string>()
  const { pages, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, error } = list
  return (
    <div
      role="feed"
      aria-label={t('Notifications')}
      aria-busy={isFetchingNextPage}
      onFocus={(event) => setSelected(event.target.closest('article')?.dataset.id)}
    >
      <WindowVirtualizer
        ref={handle}
        data={rows}
        itemSize={ROW_PIXELS}
        bufferSize={300}
        {...(cache && { cache })}
      >
        {(row, index) => (
          <NotificationRow
            key={row.key}
            row={row}
            myHandle={me?.handle ?? ''}
            position={index + 1}
            setSize={hasNextPage ? -1 : rows.length}
            takesFocus={row.key === selected}
          />
        )}
      </WindowVirtualizer>
      {isFetchingNextPage && <NotificationSkeletons count={2} />}
      {isFetchNextPageError && <ErrorCard error={error} retry={() => void fetchNextPage()} />}
      {hasNextPage && !isFetchNextPageError && (
        <ReadOn pageCount={pages?.length ?? 0} readOn={() => void fetchNextPage()} />
      )}
      {!hasNextPage && <p className="feed-end">{t('That is all that has not faded yet.')}</p>}
    </div>
  )
}
