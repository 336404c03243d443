import type { Conversation, Message } from '@mayfly/contract/messages'
import { useEffect, useRef } from 'react'
import { t } from '../language/words.ts'
import { announce } from '../ui/announce.ts'

/** Reads aloud what others say from now on. */
export function useAnnouncing({ members }: Conversation, messages: readonly Message[], myId: string): void {
  const heardId = useRef(messages.at(-1)?.id ?? '')
  useEffect(() => {
    const news = messages.filter(({ id, senderId }) => id > heardId.current && senderId !== myId)
    heardId.current = messages.at(-1)?.id ?? heardId.current
    if (news.length === 0) return
    const nameOf = (senderId: string) =>
      members.find(({ id }) => id === senderId)?.displayName ?? t('Somebody')
    announce(
      news
        .map(({ senderId, body }) => t('{name}: {words}', { name: nameOf(senderId), words: body }))
        .join('. '),
    )
  }, [members, messages, myId])
}
