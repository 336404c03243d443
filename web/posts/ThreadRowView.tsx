import { Link } from '@tanstack/react-router'
import type { CSSProperties, ReactNode } from 'react'
import { t } from '../language/words.ts'
import { PostCard } from './PostCard.tsx'
import type { ThreadRow } from './thread-rows.ts'

interface Props {
  row: ThreadRow
  /** Whom a reply to a reply answers. */
  answers: string | undefined
  takesFocus: boolean
  isReading: boolean
  readOn: (parentId: string, after: string | undefined) => void
}

/** A row of a thread, hung on the wicks of what it answers. */
export function ThreadRowView({ row, answers, takesFocus, isReading, readOn }: Props) {
  if (row.kind === 'reply')
    return (
      <Twigs row={row}>
        <PostCard entry={row.branch} isSmall leadsOn={row.leadsOn} takesFocus={takesFocus}>
          {answers && <p className="sr-only">{t('Reply to {who}', { who: `@${answers}` })}</p>}
        </PostCard>
      </Twigs>
    )
  if (row.kind === 'stub')
    return (
      <Twigs row={row}>
        <p className="ash" data-thread="below">
          {t('A reply that was deleted')}
        </p>
      </Twigs>
    )
  if (row.kind === 'on')
    return (
      <Twigs row={row}>
        <Link
          to="/@{$handle}/$postId"
          params={{ handle: row.branch.handle, postId: row.branch.id }}
          className="thread-on"
        >
          {t('Continue this thread')}
        </Link>
      </Twigs>
    )
  return (
    <Twigs row={row}>
      <button
        type="button"
        className="thread-on"
        aria-disabled={isReading}
        onClick={() => readOn(row.parentId, row.after)}
      >
        {isReading ? t('Loading…') : row.after === undefined ? t('Show replies') : t('Show more replies')}
      </button>
    </Twigs>
  )
}

function Twigs({ row, children }: { row: ThreadRow; children: ReactNode }) {
  const { depth, passing, isLast } = row
  return (
    <div className="branch" data-last={isLast ? '' : undefined} style={{ '--depth': depth } as CSSProperties}>
      {passing.map((at) => (
        <i key={at} className="thread-line" style={{ '--at': at } as CSSProperties} />
      ))}
      {depth > 1 && <i className="thread-elbow" style={{ '--at': depth - 1 } as CSSProperties} />}
      {children}
    </div>
  )
}
