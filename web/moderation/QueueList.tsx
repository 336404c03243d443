import type { Case } from '@mayfly/contract/moderation'
import { reportReasons } from '@mayfly/contract/reports'
import { Link } from '@tanstack/react-router'
import { Flag, MessageSquare, TriangleAlert, UserRound } from 'lucide-react'
import { pastMoment } from '../clock/moment.ts'
import { serverNow } from '../clock/server-clock.ts'
import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'
import { Empty } from '../ui/Empty.tsx'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { ReadOn } from '../ui/ReadOn.tsx'
import type { useQueue } from './queue.ts'
import { excerptOf, kinds } from './words.ts'

const icons = { post: Flag, person: UserRound, message: MessageSquare }

/** What waits, the most urgent first. */
export function QueueList({ queue }: { queue: ReturnType<typeof useQueue> }) {
  const { cases, error, refetch, hasNextPage, fetchNextPage, data } = queue
  if (cases === undefined && error) return <ErrorCard error={error} retry={() => void refetch()} />
  if (cases === undefined) return <QueueSkeleton />
  if (cases.length === 0)
    return (
      <Empty title={t('Nothing waits')}>{t('What people report shows here, the most urgent first.')}</Empty>
    )
  return (
    <nav aria-label={t('Cases that wait')}>
      <ul>
        {cases.map((item) => (
          <li key={item.id}>
            <QueueRow item={item} />
          </li>
        ))}
      </ul>
      <p className="queue-keys">
        {rich('<key>j</key> <key>k</key> next and before, <key>o</key> open, <key>u</key> undo', {
          key: (words) => <kbd>{words}</kbd>,
        })}
      </p>
      {hasNextPage && <ReadOn pageCount={data?.pages.length ?? 0} readOn={() => void fetchNextPage()} />}
    </nav>
  )
}

function QueueRow({ item }: { item: Case }) {
  const { id, kind, reasons, reportCount, isEscalated, openedAt } = item
  const Icon = icons[kind]
  return (
    <Link to="/mod/reports/$caseId" params={{ caseId: id }} className="pane-link case-link" data-case={id}>
      <Icon size={18} aria-hidden="true" className="mt-1 shrink-0 text-ink2" />
      <span className="min-w-0 flex-1">
        <span className="sr-only">{t(kinds[kind])}: </span>
        <span dir="auto" className="case-excerpt">
          {excerptOf(item)}
        </span>
        <span className="case-facts">
          {isEscalated && (
            <b className="case-escalated">
              <TriangleAlert size={14} aria-hidden="true" /> {t('Escalated')}
            </b>
          )}
          {reasons[0] && <span>{t(reportReasons[reasons[0]])}</span>}
          <span>{t('{reportCount, plural, one {# report} other {# reports}}', { reportCount })}</span>
          <time dateTime={openedAt}>{pastMoment(Date.parse(openedAt), serverNow())}</time>
        </span>
      </span>
    </Link>
  )
}

const QueueSkeleton = () => (
  <div className="grid gap-4 p-4" aria-busy="true">
    {[0, 1, 2].map((row) => (
      <div key={row} className="sk h-12" />
    ))}
  </div>
)
