import type { LiveEvent } from '@mayfly/contract/live'
import { onLive } from '../live/live.ts'
import { onSessionChange, sessionView } from '../session/state.ts'
import {
  isOpen,
  noteRead,
  refreshAll,
  refreshConversation,
  refreshCounts,
  refreshMessages,
} from './conversation-cache.ts'
import { forgetMessage } from './message-cache.ts'
import { openOutbox } from './outbox.ts'

/** Messages that come at once are read at once. */
const PAUSE_MILLISECONDS = 50

/** What is open is perhaps read at once: then it does not count as unread for a blink. */
const TIME_TO_READ_MILLISECONDS = 400

const withNews = new Set<string>()

/** What happens elsewhere changes what is known here; what was not sent at the last visit is sent. */
export function followMessages(): void {
  onLive(follow)
  onSessionChange(takeUpOutbox)
  takeUpOutbox()
}

function follow(event: LiveEvent): void {
  switch (event.type) {
    case 'message':
      if (withNews.size === 0) setTimeout(readNews, PAUSE_MILLISECONDS)
      withNews.add(event.conversationId)
      return
    case 'message-gone':
      forgetMessage(event.conversationId, event.messageId)
      refreshCounts()
      return
    case 'read':
      noteRead(event.conversationId, event.personId, event.messageId)
      if (event.personId === sessionView().me?.id) refreshCounts()
      return
    case 'conversation':
      refreshConversation(event.conversationId)
      refreshCounts()
      return
    case 'catch-up':
      refreshAll()
  }
}

function readNews(): void {
  const isAnyOpen = [...withNews].some(isOpen)
  for (const id of withNews) refreshMessages(id)
  withNews.clear()
  setTimeout(refreshCounts, isAnyOpen ? TIME_TO_READ_MILLISECONDS : 0)
}

function takeUpOutbox(): void {
  const { me } = sessionView()
  if (me) void openOutbox(me.id)
}
