import type { Conversation } from '@mayfly/contract/messages'
import { t } from '../language/words.ts'
import { removeUnsent, tryAgain } from './outbox.ts'
import type { Queue } from './queues.ts'
import type { Entry } from './rows.ts'
import { type Seen, seenWords } from './seen.ts'
import type { Unsent } from './unsent.ts'

interface Props {
  entry: Entry
  isNewest: boolean
  conversation: Conversation
  myId: string
  queue: Queue
  seen: Seen | undefined
}

/** How far an own message got: on its way, sent, seen, or not sent. */
export function MessageState({ entry, isNewest, conversation, queue, seen, myId }: Props) {
  const { id, senderId, unsent } = entry
  if (unsent && queue.problem !== undefined) return <NotSent unsent={unsent} queue={queue} />
  if (unsent) return isNewest ? <p className="message-state">{t('Sending…')}</p> : null
  if (seen !== undefined && id === seen.id)
    return <p className="message-state">{seenWords(seen, conversation.members, conversation.isGroup)}</p>
  return isNewest && senderId === myId ? <p className="message-state">{t('Sent')}</p> : null
}

function NotSent({ unsent, queue }: { unsent: Unsent; queue: Queue }) {
  const isFirst = queue.unsent[0]?.key === unsent.key
  return (
    <div className="message-state" data-failed="">
      <p role={isFirst ? 'alert' : undefined}>{notSentWords(isFirst ? queue : undefined)}</p>
      <button type="button" className="state-deed" onClick={() => tryAgain(unsent.conversationId)}>
        {t('Try again')}
      </button>
      <button type="button" className="state-deed" onClick={() => void removeUnsent(unsent)}>
        {t('Remove')}
      </button>
    </div>
  )
}

function notSentWords({ problem, isTriedAgain = false }: Partial<Queue> = {}): string {
  if (problem === undefined) return t('Not sent.')
  return isTriedAgain
    ? t('Not sent. {why} It goes out by itself when it can.', { why: problem })
    : t('Not sent. {why}', { why: problem })
}
