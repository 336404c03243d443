import type { Report } from '@mayfly/contract/reports'
import { reportReasons } from '@mayfly/contract/reports'
import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { pastMoment } from '../clock/moment.ts'
import { serverNow } from '../clock/server-clock.ts'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { PagePending } from '../ui/PagePending.tsx'
import { readKey } from '../use-api.ts'
import { SettingsBody } from './SettingsBody.tsx'

const outcomes: Record<Report['outcome'], string> = {
  waiting: 'Waits for a moderator',
  kept: 'Keeps to the terms, and stays',
  acted: 'Something was done about it',
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
    <SettingsBody note="Of the last 30 days. Nobody but you and the moderators knows of them, and moderators do not learn who you are.">
      {reports === undefined && !error && <PagePending />}
      {reports === undefined && error ? <ErrorCard error={error} retry={() => void refetch()} /> : null}
      {reports?.length === 0 && (
        <p className="text-ink2">
          You have reported nothing. The menu beside a post, a person or a message does it.
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
          Show more
        </button>
      )}
    </SettingsBody>
  )
}

function ReportLine({ report }: { report: Report }) {
  const { kind, person, reason, outcome, createdAt } = report
  const whose = person ? `@${person.handle}` : 'somebody'
  return (
    <>
      <p className="font-semibold">
        {kind === 'person' ? whose : `A ${kind} of ${whose}`}
        <span className="font-normal text-ink2"> · {reportReasons[reason]}</span>
      </p>
      <p className="text-sm text-ink2">
        {outcomes[outcome]} ·{' '}
        <time dateTime={createdAt}>{pastMoment(Date.parse(createdAt), serverNow())}</time>
      </p>
    </>
  )
}
