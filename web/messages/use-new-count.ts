import type { Message } from '@mayfly/contract/messages'
import { useEffect, useState } from 'react'

/** How many messages of others came since the reader went away from the end. */
export function useNewCount(messages: readonly Message[], myId: string, isAtEnd: boolean): number {
  const newestId = messages.at(-1)?.id ?? ''
  const [seenId, setSeenId] = useState(newestId)
  useEffect(() => {
    if (isAtEnd) setSeenId(newestId)
  }, [isAtEnd, newestId])
  return messages.filter(({ id, senderId }) => senderId !== myId && id > seenId).length
}
