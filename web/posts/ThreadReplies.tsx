import { useRef, useState } from 'react'
import { WindowVirtualizer, type WindowVirtualizerHandle } from 'virtua'
import { t } from '../language/words.ts'
import { useLeaving } from '../leaving.ts'
import { ReadOn } from '../ui/ReadOn.tsx'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { useFeedPlace } from './feed-places.ts'
import { ThreadRowView } from './ThreadRowView.tsx'
import { readMore } from './thread-cache.ts'
import { type ThreadRow, threadRows } from './thread-rows.ts'
import { type ThreadTree, withoutReplies } from './thread-tree.ts'

/** About the height of a reply. */
const REPLY_PIXELS = 150

/** The replies to a post and to each other. Only those near the screen are on the page. */
export function ThreadReplies({ tree, name }: { tree: ThreadTree; name: string }) {
  const list = useRef<WindowVirtualizerHandle>(null)
  const leaving = useLeaving((state) => state.ids)
  const rows = threadRows({ id: tree.id, branches: withoutReplies(tree.branches, leaving) })
  const cache = useFeedPlace(name, rows.length, list)
  const [selected, setSelected] = useState<string>()
  const [readingOf, setReadingOf] = useState<string>()
  const answered = new Map(
    tree.branches.filter(({ isDeleted }) => !isDeleted).map((one) => [one.id, one.handle]),
  )

  const readOn = async (parentId: string, after: string | undefined, takesFocus: boolean) => {
    if (readingOf !== undefined) return
    setReadingOf(parentId)
    try {
      const first = await readMore(tree.id, parentId, after)
      if (takesFocus) setSelected(first)
    } catch (error) {
      toast(sentenceFor(error))
    } finally {
      setReadingOf(undefined)
    }
  }

  if (rows.length === 0 && tree.rest === null)
    return <p className="feed-end">{t('No replies yet. They burn with this post, at the latest.')}</p>
  return (
    <section
      aria-label={t('Replies')}
      className="thread-replies"
      onFocus={(event) => setSelected(event.target.closest('article')?.dataset.id)}
    >
      <WindowVirtualizer
        ref={list}
        data={rows}
        itemSize={REPLY_PIXELS}
        bufferSize={300}
        {...(cache && { cache })}
      >
        {(row) => (
          <ThreadRowView
            key={keyOf(row)}
            row={row}
            answers={row.kind === 'reply' ? answered.get(row.branch.parentId) : undefined}
            takesFocus={row.kind === 'reply' && row.branch.id === selected}
            isReading={row.kind === 'more' && row.parentId === readingOf}
            readOn={(parentId, after) => void readOn(parentId, after, true)}
          />
        )}
      </WindowVirtualizer>
      {tree.rest ? (
        <ReadOn
          pageCount={tree.branches.length}
          readOn={() => void readOn(tree.id, tree.rest?.after, false)}
        />
      ) : (
        <p className="feed-end">{t('All replies burn with this post, at the latest.')}</p>
      )}
    </section>
  )
}

const keyOf = (row: ThreadRow) => `${row.kind} ${row.kind === 'more' ? row.parentId : row.branch.id}`
