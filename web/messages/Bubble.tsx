import type { Conversation, Message } from '@mayfly/contract/messages'
import { clockTime, fullMoment } from '../clock/moment.ts'
import { timeLeft } from '../clock/time-left.ts'
import { t } from '../language/words.ts'
import { LifeRing } from '../ui/LifeRing.tsx'
import { LinkedText } from '../ui/LinkedText.tsx'
import { MessageMenu } from './MessageMenu.tsx'

interface Props {
  message: Message
  conversation: Conversation
  /** Who says it. */
  name: string
  isOwn: boolean
  /** Milliseconds. */
  left: number
}

/** What somebody said, when, and how long it has left. */
export function Bubble({ message, conversation, name, isOwn, left }: Props) {
  const { body, createdAt, expiresAt } = message
  const sender = conversation.members.find(({ id }) => id === message.senderId)
  const menu = { message, conversationId: conversation.id, handle: sender?.handle, isOwn }
  return (
    <div className="bubble-line">
      {isOwn && <MessageMenu {...menu} />}
      <div className="bubble">
        <span className="sr-only">{t('{name}:', { name })} </span>
        <LinkedText text={body} className="bubble-text" />
        <p
          className="bubble-times"
          title={t('Fades {when}||message', { when: fullMoment(Date.parse(expiresAt)) })}
        >
          <time dateTime={createdAt}>{clockTime(Date.parse(createdAt))}</time>
          <span className="bubble-life">
            <LifeRing />
            <span aria-hidden="true">{timeLeft(left, 'short')}</span>
            <span className="sr-only">{t(', fades in {time}', { time: timeLeft(left, 'long') })}</span>
          </span>
        </p>
      </div>
      {!isOwn && <MessageMenu {...menu} />}
    </div>
  )
}
