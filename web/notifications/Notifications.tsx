import type { NotificationFilter } from '@mayfly/contract/notifications'
import { t } from '../language/words.ts'
import { NewPostsPill } from '../posts/NewPostsPill.tsx'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { NothingYet } from './NothingYet.tsx'
import { NotificationList } from './NotificationList.tsx'
import { NotificationSkeletons } from './NotificationSkeletons.tsx'
import { restartList } from './notification-cache.ts'
import { useMarkRead } from './use-mark-read.ts'
import { useNews, useNotifications } from './use-notifications.ts'

/** A list of notifications. It keeps its reader's place; new ones wait until they are asked for. */
export function Notifications({ filter }: { filter: NotificationFilter }) {
  const list = useNotifications(filter)
  const { key, shown, newest, error, refetch, hasNextPage } = list
  useMarkRead(shown ?? [])
  if (shown === undefined) {
    if (error) return <ErrorCard error={error} retry={() => void refetch()} />
    return <NotificationSkeletons />
  }
  return (
    <>
      <News filter={filter} listKey={key} newest={newest} />
      {shown.length === 0 && !hasNextPage ? (
        <NothingYet filter={filter} />
      ) : (
        <NotificationList list={list} rows={shown} name={key.join(' ')} />
      )}
    </>
  )
}

interface NewsProps {
  filter: NotificationFilter
  listKey: readonly unknown[]
  newest: string | undefined
}

function News({ filter, listKey, newest }: NewsProps) {
  const { head, count, isMore } = useNews(filter, newest)
  if (head === undefined || count === 0) return null
  const show = () => {
    restartList(listKey, head)
    window.scrollTo({ top: 0 })
  }
  const words = isMore
    ? t('{count, plural, one {#+ new notification} other {#+ new notifications}}', { count })
    : t('{count, plural, one {# new notification} other {# new notifications}}', { count })
  return <NewPostsPill words={words} show={show} />
}
