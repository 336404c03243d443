import type { Conversation, Message } from '@mayfly/contract/messages'
import { useEffect } from 'react'
import { api } from '../api.ts'
import { useLooking } from '../ui/use-looking.ts'
import { changeConversation, noteRead, refreshCounts } from './conversation-cache.ts'

/** How far it was told already, by conversation. */
const told = new Map<string, string>()

interface Given {
  conversation: Conversation
  messages: readonly Message[]
  myId: string
  /** Whether the newest message is in view. */
  isInView: boolean
}

/** Tells the server how far somebody has read, once for each newest message that they look at. */
export function useMarkRead({ conversation, messages, myId, isInView }: Given): void {
  const { id, members } = conversation
  const isLooking = useLooking()
  const newest = messages.findLast(({ senderId }) => senderId !== myId)?.id
  const lastReadId = members.find((member) => member.id === myId)?.lastReadId ?? ''
  const isNews = isLooking && isInView && newest !== undefined && newest > lastReadId

  useEffect(() => {
    if (isNews) void markRead(id, newest, myId)
  }, [isNews, id, newest, myId])
}

async function markRead(id: string, messageId: string, myId: string): Promise<void> {
  if (told.get(id) === messageId) return
  told.set(id, messageId)
  try {
    await api.markRead({ id, messageId })
    noteRead(id, myId, messageId)
    changeConversation(id, (conversation) => ({ ...conversation, unreadCount: 0 }))
    refreshCounts()
  } catch {
    // It is told again with the next message, or when somebody looks again.
    told.delete(id)
  }
}
