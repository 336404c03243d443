import { Link } from '@tanstack/react-router'
import { t } from '../language/words.ts'
import { useSession } from '../session/use-session.ts'
import { Empty } from '../ui/Empty.tsx'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { ReadOn } from '../ui/ReadOn.tsx'
import { ConversationRow } from './ConversationRow.tsx'
import { ConversationSkeletons } from './ConversationSkeletons.tsx'
import { useConversationList } from './use-conversation-list.ts'

/** One's conversations, the one with the latest message first. */
export function ConversationList() {
  const { me } = useSession()
  const list = useConversationList()
  const { ids, data, error, refetch, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } =
    list

  if (ids === undefined || me === undefined)
    return error ? <ErrorCard error={error} retry={() => void refetch()} /> : <ConversationSkeletons />
  if (ids.length === 0) return <NobodyYet />
  return (
    <>
      <ul aria-busy={isFetchingNextPage}>
        {ids.map((id) => (
          <ConversationRow key={id} id={id} myId={me.id} />
        ))}
      </ul>
      {isFetchingNextPage && <ConversationSkeletons count={2} />}
      {isFetchNextPageError && <ErrorCard error={error} retry={() => void fetchNextPage()} />}
      {hasNextPage && !isFetchNextPageError && (
        <ReadOn pageCount={data?.pages.length ?? 0} readOn={() => void fetchNextPage()} />
      )}
    </>
  )
}

const NobodyYet = () => (
  <Empty
    title={t('Nobody here yet')}
    action={
      <Link to="/messages/new" className="btn">
        {t('Write to somebody')}
      </Link>
    }
  >
    {t('Conversations that still burn are listed here.')}
  </Empty>
)
