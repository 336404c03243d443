import { useNavigate } from '@tanstack/react-router'
import { api } from '../api.ts'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { useWrite } from '../use-api.ts'
import { refreshCounts } from './conversation-cache.ts'

/** Blocks a person, which can be undone, and leaves the conversation with them. */
export function useBlocking(): (handle: string) => void {
  const navigate = useNavigate()
  const { mutate } = useWrite('blockPerson', {
    onSuccess: (_, { handle }) => {
      void navigate({ to: '/messages' })
      refreshCounts()
      toast(`@${handle} is blocked: neither of you reaches the other.`, {
        action: { label: 'Undo', run: () => void unblock(handle) },
      })
    },
    onError: (error, { handle }) => toast(`@${handle} is not blocked. ${sentenceFor(error)}`),
  })
  return (handle) => mutate({ handle })
}

async function unblock(handle: string): Promise<void> {
  try {
    await api.unblockPerson({ handle })
    refreshCounts()
  } catch (error) {
    toast(`@${handle} is still blocked. ${sentenceFor(error)}`)
  }
}
