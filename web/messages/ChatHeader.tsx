import type { Conversation } from '@mayfly/contract/messages'
import { Link } from '@tanstack/react-router'
import { t } from '../language/words.ts'
import { BackButton } from '../ui/BackButton.tsx'
import { usePageTitle } from '../ui/page-title.ts'
import { ChatMenu } from './ChatMenu.tsx'
import { ConversationFace } from './ConversationFace.tsx'
import { directionOf, nameOf, othersIn } from './names.ts'

interface Props {
  conversation: Conversation
  myId: string
}

/** Whom one talks to, and what can be done with the conversation. */
export function ChatHeader({ conversation, myId }: Props) {
  const name = nameOf(conversation, myId)
  const [other] = othersIn(conversation, myId)
  usePageTitle(name)
  return (
    <header className="top-bar chat-top">
      <BackButton above="/messages" />
      <ConversationFace conversation={conversation} myId={myId} size={40} />
      <div className="min-w-0">
        <h1 tabIndex={-1} dir={directionOf(conversation)} className="truncate text-lg leading-6 font-bold">
          {name}
        </h1>
        <p className="truncate text-note text-ink2">
          {conversation.isGroup &&
            t('{n, plural, one {# person} other {# people}}', { n: conversation.members.length })}
          {!conversation.isGroup && other && (
            <Link to="/@{$handle}" params={{ handle: other.handle }} className="hover:underline">
              <bdi>@{other.handle}</bdi>
            </Link>
          )}
        </p>
      </div>
      <div className="ms-auto -me-3">
        <ChatMenu conversation={conversation} myId={myId} />
      </div>
    </header>
  )
}
