import type { Conversation } from '@mayfly/contract/messages'
import { Refusal } from '@mayfly/contract/refusal'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { api } from '../api.ts'
import { t } from '../language/words.ts'
import { useSession } from '../session/use-session.ts'
import { Empty } from '../ui/Empty.tsx'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { sentenceFor } from '../ui/sentence-for.ts'
import { TopBar } from '../ui/TopBar.tsx'
import { useRead } from '../use-api.ts'
import { Chat } from './Chat.tsx'
import { ChatSkeleton } from './ChatSkeleton.tsx'
import { keepConversation, knownPairWith, useConversation } from './conversation-cache.ts'
import { listed, othersIn } from './names.ts'
import { LOOK_AGAIN_MILLISECONDS } from './use-log.ts'

/** The one conversation with a person. It is there before anything is said in it, and nobody hears of it until then. */
export function PairPage() {
  const params = useParams({ from: '/shell/mine/messages/@{$handle}' })
  const handle = params.handle.toLowerCase()
  const {
    data: id,
    error,
    refetch,
  } = useQuery({
    queryKey: ['conversation-with', handle],
    queryFn: () => startPair(handle),
    initialData: () => knownPairWith(handle)?.id,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (id !== undefined)
    return (
      <>
        <ToPresentHandle id={id} handle={handle} />
        <OneConversation key={id} id={id} />
      </>
    )
  if (error) return <NotOpened title={`@${handle}`} error={error} retry={() => void refetch()} />
  return <Opening title={`@${handle}`} />
}

/** A handle that the other one had leads to the page under the one they have. */
function ToPresentHandle({ id, handle }: { id: string; handle: string }) {
  const { me } = useSession()
  const navigate = useNavigate()
  const conversation = useConversation(id)
  const present = conversation && me && othersIn(conversation, me.id)[0]?.handle
  useEffect(() => {
    if (present === undefined || present === handle) return
    void navigate({ to: '/messages/@{$handle}', params: { handle: present }, replace: true })
  }, [present, handle, navigate])
  return null
}

/** A conversation by its id, as groups have it. */
export function GroupPage() {
  const { conversationId } = useParams({ from: '/shell/mine/messages/$conversationId' })
  return <OneConversation key={conversationId} id={conversationId} />
}

async function startPair(handle: string): Promise<string> {
  const conversation = await api.startConversation({ handles: [handle] })
  keepConversation(conversation)
  return conversation.id
}

function OneConversation({ id }: { id: string }) {
  const { me } = useSession()
  const { data, error, refetch } = useRead(
    'showConversation',
    { id },
    { refetchInterval: LOOK_AGAIN_MILLISECONDS },
  )
  const isRefused = error instanceof Refusal
  if (data !== undefined && me !== undefined && !isRefused) return <Chat conversation={data} me={me} />
  if (error) return <NotOpened title={t('Conversation')} error={toldOf(error)} retry={() => void refetch()} />
  return <Opening title={nameIn(data)} />
}

/** Whoever came by an address with something else in the place of an id need not hear of ids. */
const toldOf = (error: Error) =>
  error instanceof Refusal && error.code === 'invalid'
    ? new Refusal('not-found', 'There is no such conversation of yours.')
    : error

const nameIn = (conversation: Conversation | undefined) =>
  conversation ? listed(conversation.members.map(({ displayName }) => displayName)) : t('Conversation')

function Opening({ title }: { title: string }) {
  return (
    <section className="chat">
      <TopBar title={title} hasBack above="/messages" />
      <ChatSkeleton />
    </section>
  )
}

function NotOpened({ title, error, retry }: { title: string; error: Error; retry: () => void }) {
  return (
    <section className="chat">
      <TopBar title={title} hasBack above="/messages" />
      {error instanceof Refusal && error.code !== 'unavailable' ? (
        <Empty
          title={t('This does not open')}
          action={
            <Link to="/messages" className="btn ghost">
              {t('Your conversations')}
            </Link>
          }
        >
          {sentenceFor(error)}
        </Empty>
      ) : (
        <ErrorCard error={error} retry={retry} />
      )}
    </section>
  )
}
