import type { Conversation } from '@mayfly/contract/messages'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { endOf } from '../clock/life.ts'
import { pastMoment } from '../clock/moment.ts'
import { serverNow } from '../clock/server-clock.ts'
import { useTimeLeft } from '../clock/use-now.ts'
import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'
import { CountBadge } from '../ui/CountBadge.tsx'
import { ConversationFace } from './ConversationFace.tsx'
import { useConversation } from './conversation-cache.ts'
import { directionOf, nameOf, othersIn } from './names.ts'

interface Props {
  id: string
  myId: string
}

/** A conversation in the list: who is in it, what was said last, and how much of it is unread. */
export function ConversationRow({ id, myId }: Props) {
  const conversation = useConversation(id)
  if (conversation === undefined) return null
  const { unreadCount } = conversation
  return (
    <li>
      <RowLink conversation={conversation} myId={myId}>
        <ConversationFace conversation={conversation} myId={myId} size={48} />
        <span className="min-w-0">
          <span className="flex items-baseline gap-2">
            <span dir={directionOf(conversation)} className="conversation-name">
              {nameOf(conversation, myId)}
            </span>
            <LastTime conversation={conversation} />
          </span>
          <span className="flex items-center gap-2" data-unread={unreadCount > 0 ? '' : undefined}>
            <LastWords conversation={conversation} myId={myId} />
            <CountBadge count={unreadCount} />
          </span>
        </span>
      </RowLink>
    </li>
  )
}

/** The last message as long as it lives. */
function useLastMessage({ lastMessage }: Conversation) {
  const left = useTimeLeft(lastMessage ? endOf(lastMessage.id) : Number.POSITIVE_INFINITY)
  return left > 0 ? lastMessage : null
}

function LastTime({ conversation }: { conversation: Conversation }) {
  const last = useLastMessage(conversation)
  if (last === null) return null
  return (
    <time dateTime={last.createdAt} className="conversation-time">
      {pastMoment(Date.parse(last.createdAt), serverNow())}
    </time>
  )
}

function LastWords({ conversation, myId }: { conversation: Conversation; myId: string }) {
  const last = useLastMessage(conversation)
  if (last === null) return <span className="conversation-last italic">{t('Faded||message')}</span>
  const sender = conversation.members.find(({ id }) => id === last.senderId)
  const isNamed = last.senderId === myId || conversation.isGroup
  const name = last.senderId === myId ? t('You') : (sender?.displayName ?? t('Somebody'))
  // Each is cut off at its own end.
  const words = (
    <span dir="auto" className="grow basis-1/2 truncate">
      {last.body}
    </span>
  )
  const who = (
    <span dir="auto" className="truncate">
      {name}
    </span>
  )
  return (
    <span className="conversation-last flex whitespace-pre">
      {isNamed ? rich('{name}: {words}', { name: who, words }) : words}
    </span>
  )
}

function RowLink({
  conversation,
  myId,
  children,
}: {
  conversation: Conversation
  myId: string
  children: ReactNode
}) {
  const [other] = othersIn(conversation, myId)
  if (!conversation.isGroup && other)
    return (
      <Link to="/messages/@{$handle}" params={{ handle: other.handle }} className="conversation">
        {children}
      </Link>
    )
  return (
    <Link
      to="/messages/$conversationId"
      params={{ conversationId: conversation.id }}
      className="conversation"
    >
      {children}
    </Link>
  )
}
