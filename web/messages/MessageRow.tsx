import type { Conversation } from '@mayfly/contract/messages'
import { type CSSProperties, useRef } from 'react'
import { endOf, lifeOf } from '../clock/life.ts'
import { useTimeLeft } from '../clock/use-now.ts'
import { t } from '../language/words.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { useRoomOf } from '../ui/use-room-of.ts'
import { Bubble } from './Bubble.tsx'
import { MessageState } from './MessageState.tsx'
import type { Queue } from './queues.ts'
import type { Entry } from './rows.ts'
import type { Seen } from './seen.ts'
import { UnsentBubble } from './UnsentBubble.tsx'

interface Props {
  entry: Entry
  isFirst: boolean
  isLast: boolean
  isNewest: boolean
  conversation: Conversation
  myId: string
  queue: Queue
  seen: Seen | undefined
}

/** A message from its sending to its end, and then the room that it leaves, all in the same place. */
export function MessageRow(props: Props) {
  const { entry, isFirst, isLast, conversation, myId } = props
  const { id, senderId, message, unsent } = entry
  const row = useRef<HTMLLIElement>(null)
  const left = useTimeLeft(id === undefined ? Number.POSITIVE_INFINITY : endOf(id))
  const room = useRoomOf(row, message !== undefined)
  const isOwn = senderId === myId
  const frame = {
    ref: row,
    className: 'message',
    'data-own': isOwn ? '' : undefined,
    'data-first': isFirst ? '' : undefined,
    'data-last': isLast ? '' : undefined,
  }
  if (message === undefined && unsent === undefined)
    return (
      <li {...frame} data-faded="" style={{ minHeight: room.current }}>
        <span className="bubble-ash">{t('Faded||message')}</span>
      </li>
    )

  const sender = conversation.members.find((member) => member.id === senderId)
  const name = isOwn ? t('You') : (sender?.displayName ?? t('Somebody who left||name'))
  const { life, stage } = id === undefined ? ({ life: 1, stage: 'fresh' } as const) : lifeOf(id, left)
  return (
    <li
      {...frame}
      data-stage={stage}
      data-ending={left > 0 ? undefined : 'burning'}
      style={{ '--life': life.toFixed(4) } as CSSProperties}
    >
      {conversation.isGroup && !isOwn && (
        <span className="message-face">{isLast && sender && <Avatar person={sender} size={32} />}</span>
      )}
      <div className="message-words">
        {conversation.isGroup && !isOwn && isFirst && (
          <p dir="auto" className="message-name" aria-hidden="true">
            {name}
          </p>
        )}
        {message && (
          <Bubble message={message} name={name} left={left} isOwn={isOwn} conversation={conversation} />
        )}
        {unsent && <UnsentBubble unsent={unsent} queue={props.queue} />}
        <MessageState {...props} />
      </div>
    </li>
  )
}
