import type { Conversation } from '@mayfly/contract/messages'
import type { Person } from '@mayfly/contract/people'
import { useRef } from 'react'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { ChatComposer } from './ChatComposer.tsx'
import { ChatHeader } from './ChatHeader.tsx'
import { ChatLog } from './ChatLog.tsx'
import { ChatSkeleton } from './ChatSkeleton.tsx'
import { useLog } from './use-log.ts'
import { useVisibleHeight } from './use-visible-height.ts'

interface Props {
  conversation: Conversation
  me: Person
}

/** A conversation: who is in it, what is said and still lives, and where one goes on. */
export function Chat({ conversation, me }: Props) {
  const whole = useRef<HTMLElement>(null)
  const log = useLog(conversation.id)
  useVisibleHeight(whole)
  return (
    <section ref={whole} className="chat">
      <ChatHeader conversation={conversation} myId={me.id} />
      {log.messages ? (
        <ChatLog conversation={conversation} me={me} log={log} messages={log.messages} />
      ) : (
        <div className="chat-log">
          {log.error ? <ErrorCard error={log.error} retry={log.retry} /> : <ChatSkeleton />}
        </div>
      )}
      <ChatComposer conversation={conversation} myId={me.id} />
    </section>
  )
}
