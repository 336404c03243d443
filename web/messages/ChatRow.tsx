import type { Conversation } from '@mayfly/contract/messages'
import { memo } from 'react'
import { dayName } from '../clock/moment.ts'
import { serverNow } from '../clock/server-clock.ts'
import { t } from '../language/words.ts'
import { MessageRow } from './MessageRow.tsx'
import type { Queue } from './queues.ts'
import type { Row } from './rows.ts'
import type { Seen } from './seen.ts'

interface Props {
  row: Row
  conversation: Conversation
  myId: string
  queue: Queue
  seen: Seen | undefined
  /** Whether nothing comes after it. */
  isNewest: boolean
}

/** One line of a conversation: a day, the line before what is new, or a message. */
export const ChatRow = memo(({ row, conversation, myId, queue, seen, isNewest }: Props) => {
  if (row.kind === 'day') return <li className="chat-day">{dayName(row.at, serverNow())}</li>
  if (row.kind === 'new')
    return (
      <li className="chat-new" data-new="">
        {t('New')}
      </li>
    )
  return <MessageRow {...row} {...{ conversation, myId, queue, seen, isNewest }} />
})
