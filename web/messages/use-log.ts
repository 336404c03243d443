import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLeaving } from '../leaving.ts'
import { logKey, readNewest, readOlder } from './message-cache.ts'

/** Without live events news still come, only later. */
export const LOOK_AGAIN_MILLISECONDS = 30_000

/** The messages of a conversation that is open, as far back as its reader went. */
export function useLog(conversationId: string) {
  const { data, error, refetch } = useQuery({
    queryKey: logKey(conversationId),
    queryFn: () => readNewest(conversationId),
    refetchInterval: LOOK_AGAIN_MILLISECONDS,
  })
  const leaving = useLeaving((state) => state.ids)
  const [reading, setReading] = useState<'idle' | 'reading' | Error>('idle')

  const readOn = () => {
    if (reading === 'reading' || !data?.older) return
    setReading('reading')
    readOlder(conversationId)
      .then(() => setReading('idle'))
      .catch((failure: Error) => setReading(failure))
  }
  return {
    messages: data?.messages.filter(({ id }) => !leaving.has(id)),
    error,
    retry: () => void refetch(),
    hasOlder: Boolean(data?.older),
    isReadingOlder: reading === 'reading',
    olderError: reading instanceof Error ? reading : undefined,
    readOn,
  }
}
