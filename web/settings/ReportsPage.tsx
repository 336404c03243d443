import type { Report } from '@mayfly/contract/reports'
import { reportReasons } from '@mayfly/contract/reports'
import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { pastMoment } from '../clock/moment.ts'
import { serverNow } from '../clock/server-clock.ts'
import { type Text, t } from '../language/words.ts'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { PagePending } from '../ui/PagePending.tsx'
import { readKey } from '../use-api.ts'
import { SettingsBody } from './SettingsBody.tsx'

const outcomes: Record<Report['outcome'], Text> = {
  waiting: 'Waits for a moderator',
  kept: 'Keeps to the terms, and stays',
  acted: 'Something was done about it',
}

/** What was reported, when whoever wrote it is out of sight. */
const ofSomebody: Record<Report['kind'], Text> = {
  post: 'A post of somebody',
  person: 'somebody',
  message: 'A message of somebody',
}

/** What one has reported, and what became of it. */
export function ReportsPage() {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: readKey('listReports'),
    queryFn: ({ pageParam }) => api.listReports(pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })
  const reports = data?.pages.flatMap(({ items }) => items)
  return (
    <SettingsBody
      note={t(
        'Of the last 30 days. Nobody but you and the moderators knows of them, and moderators do not learn who you are.',
      )}
    >
      {reports === undefined && !error && <PagePending />}
      {reports === undefined && error ? <ErrorCard error={error} retry={() => void refetch()} /> : null}
      {reports?.length === 0 && (
        <p className="text-ink2">
          {t('You have reported nothing. The menu beside a post, a person or a message does it.')}
        </p>
      )}
      {reports && reports.length > 0 && (
        <ul className="grid grid-cols-1 gap-4">
          {reports.map((report) => (
            <li key={report.id}>
              <ReportLine report={report} />
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <button type="button" className="btn ghost" onClick={() => void fetchNextPage()}>
          {t('Show more')}
        </button>
      )}
    </SettingsBody>
  )
}

function ReportLine({ report }: { report: Report }) {
  const { reason, outcome, createdAt } = report
  return (
    <>
      <p className="font-semibold">
        <bdi>{whatIn(report)}</bdi>
        <span className="font-normal text-ink2"> · {t(reportReasons[reason])}</span>
      </p>
      <p className="text-sm text-ink2">
        {t(outcomes[outcome])} ·{' '}
        <time dateTime={createdAt}>{pastMoment(Date.parse(createdAt), serverNow())}</time>
      </p>
    </>
  )
}

function whatIn({ kind, person }: Report): string {
  if (!person) return t(ofSomebody[kind])
  const handle = `@${person.handle}`
  if (kind === 'person') return handle
  return kind === 'post' ? t('A post of {handle}', { handle }) : t('A message of {handle}', { handle })
}
