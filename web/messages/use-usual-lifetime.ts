import type { Lifetime } from '@mayfly/contract/lifetimes'
import { t } from '../language/words.ts'
import { wordsFor } from '../ui/LifetimeChips.tsx'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { useWrite } from '../use-write.ts'
import { keepConversation } from './conversation-cache.ts'

/** Sets how long messages live in a conversation when nothing else is chosen. */
export function useUsualLifetime(conversationId: string, onSet: () => void) {
  const { mutate, isPending } = useWrite('setConversationLifetime', {
    onSuccess: (conversation) => {
      keepConversation(conversation)
      onSet()
      toast(t('What is said here burns for {time} from now on.', { time: wordsFor(conversation.lifetime) }))
    },
    onError: (error) => toast(t('Nothing is changed. {why}', { why: sentenceFor(error) })),
  })
  return {
    setUsual: (lifetime: Lifetime) => {
      if (!isPending) mutate({ id: conversationId, lifetime })
    },
    isSetting: isPending,
  }
}
