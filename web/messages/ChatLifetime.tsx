import type { Lifetime } from '@mayfly/contract/lifetimes'
import type { Conversation } from '@mayfly/contract/messages'
import { t } from '../language/words.ts'
import { LifetimeChips } from '../ui/LifetimeChips.tsx'
import { useUsualLifetime } from './use-usual-lifetime.ts'

interface Props {
  conversation: Conversation
  chosen: Lifetime
  /** Null for what is usual in the conversation. */
  choose: (lifetime: Lifetime | null) => void
}

/** How long the next message lives, and a way to make that usual here. */
export function ChatLifetime({ conversation, chosen, choose }: Props) {
  const { setUsual, isSetting } = useUsualLifetime(conversation.id, () => choose(null))
  return (
    <div className="chat-lifetime">
      <LifetimeChips
        chosen={chosen}
        choose={(lifetime) => choose(lifetime === conversation.lifetime ? null : lifetime)}
      />
      {chosen !== conversation.lifetime && (
        <button type="button" className="link" aria-disabled={isSetting} onClick={() => setUsual(chosen)}>
          {t('Use for this conversation')}
        </button>
      )}
    </div>
  )
}
