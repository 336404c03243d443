import type { Conversation, Message } from '@mayfly/contract/messages'
import { useEffect, useRef, useState } from 'react'
import { serverNow } from '../clock/server-clock.ts'
import { type Entry, entriesOf, firstUnread, type Row, rowsOf } from './rows.ts'
import type { Unsent } from './unsent.ts'

interface Given {
  conversation: Conversation
  messages: readonly Message[]
  unsent: readonly Unsent[]
  myId: string
}

/** The rows of an open conversation. The line before what is new stays where it was when it was opened. */
export function useRows({ conversation, messages, unsent, myId }: Given): Row[] {
  const [firstUnreadId] = useState(() => {
    const lastReadId = conversation.members.find(({ id }) => id === myId)?.lastReadId ?? null
    return firstUnread(messages, lastReadId, myId)
  })
  const shown = useRef<Entry[]>([])
  const entries = entriesOf(messages, unsent, { shown: shown.current, myId, now: serverNow() })
  useEffect(() => {
    shown.current = entries
  })
  return rowsOf(entries, firstUnreadId)
}
