import type { Conversation } from '@mayfly/contract/messages'
import { wordsFor } from '../ui/LifetimeChips.tsx'
import { ConversationFace } from './ConversationFace.tsx'
import { nameOf } from './names.ts'

interface Props {
  conversation: Conversation
  myId: string
  isEmpty: boolean
}

/** Where a conversation begins: with whom, and how long things last here. */
export function LogStart({ conversation, myId, isEmpty }: Props) {
  const name = nameOf(conversation, myId)
  return (
    <li className="log-start">
      {isEmpty && <ConversationFace conversation={conversation} myId={myId} size={72} />}
      <p dir="auto" className="font-display text-xl font-bold text-ink">
        {isEmpty ? name : 'That is all that still burns here'}
      </p>
      <p>
        {isEmpty && 'Nothing is said here now. '}
        What is said burns for {wordsFor(conversation.lifetime)}, unless its sender chooses another time.
      </p>
    </li>
  )
}
