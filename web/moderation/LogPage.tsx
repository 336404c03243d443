import './moderation.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { t } from '../language/words.ts'
import { Empty } from '../ui/Empty.tsx'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { PagePending } from '../ui/PagePending.tsx'
import { ReadOn } from '../ui/ReadOn.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { readKey } from '../use-api.ts'
import { ActionList } from './ActionList.tsx'

/** Everything that moderators have decided in the last year. */
export function LogPage() {
  return (
    <>
      <TopBar title={t('Log||moderation')} hasBack above="/mod" />
      <p className="mod-note">
        {t('Who did what about whom and why, for a year. What was said is never a part of it.')}
      </p>
      <Log />
    </>
  )
}

function Log() {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: readKey('listActions'),
    queryFn: ({ pageParam }) => api.listActions(pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })
  const actions = data?.pages.flatMap(({ items }) => items)
  if (actions === undefined)
    return error ? <ErrorCard error={error} retry={() => void refetch()} /> : <PagePending />
  if (actions.length === 0)
    return <Empty title={t('Nothing yet')}>{t('What moderators decide stands here.')}</Empty>
  return (
    <div className="px-4 pb-8">
      <ActionList actions={actions} label={t('What moderators decided')} />
      {hasNextPage && <ReadOn pageCount={data?.pages.length ?? 0} readOn={() => void fetchNextPage()} />}
    </div>
  )
}
