import type { Conversation, Message } from '@mayfly/contract/messages'
import { useEffect, useRef } from 'react'
import { announce } from '../ui/announce.ts'

/** Reads aloud what others say from now on. */
export function useAnnouncing({ members }: Conversation, messages: readonly Message[], myId: string): void {
  const heardId = useRef(messages.at(-1)?.id ?? '')
  useEffect(() => {
    const news = messages.filter(({ id, senderId }) => id > heardId.current && senderId !== myId)
    heardId.current = messages.at(-1)?.id ?? heardId.current
    if (news.length === 0) return
    const nameOf = (senderId: string) => members.find(({ id }) => id === senderId)?.displayName ?? 'Somebody'
    announce(news.map(({ senderId, body }) => `${nameOf(senderId)}: ${body}`).join('. '))
  }, [members, messages, myId])
}
