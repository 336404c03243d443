import type { Conversation } from '@mayfly/contract/messages'
import { t } from '../language/words.ts'
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
  const time = wordsFor(conversation.lifetime)
  if (!isEmpty) return <li className="log-start">{t('That is all that still burns here.')}</li>
  return (
    <li className="log-start">
      <ConversationFace conversation={conversation} myId={myId} size={72} />
      <p dir="auto" className="font-display text-xl font-bold text-ink">
        {nameOf(conversation, myId)}
      </p>
      <p>
        {t(
          'Nothing is said here now. What is said burns for {time}, unless its sender chooses another time.',
          { time },
        )}
      </p>
    </li>
  )
}
