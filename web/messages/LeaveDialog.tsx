import type { Conversation } from '@mayfly/contract/messages'
import { useNavigate } from '@tanstack/react-router'
import { t } from '../language/words.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { useWrite } from '../use-write.ts'
import { forgetConversation } from './conversation-cache.ts'
import { removeAllUnsent } from './outbox.ts'

interface Props {
  conversation: Conversation
  close: () => void
}

/** Asks before a group is left, or a conversation of two is emptied. */
export function LeaveDialog({ conversation: { id, isGroup }, close }: Props) {
  const navigate = useNavigate()
  const { mutate, isPending } = useWrite('leaveConversation', {
    onSuccess: async () => {
      // The page that shows it goes first: it would read it once more.
      await navigate({ to: '/messages', replace: true })
      forgetConversation(id)
      void removeAllUnsent(id)
      toast(isGroup ? t('You have left the group.') : t('The conversation is empty for you.'))
    },
    onError: (error) => {
      close()
      toast(sentenceFor(error))
    },
  })
  return (
    <ConfirmDialog
      title={isGroup ? t('Leave this group?') : t('Empty this conversation?')}
      deed={isGroup ? t('Leave') : t('Empty it')}
      isUnderWay={isPending}
      confirm={() => mutate({ id })}
      close={close}
    >
      {isGroup
        ? t(
            'You will not see what is said there any more, and nobody can bring you back. What you have said stays for the others until it burns down.',
          )
        : t(
            'All that was said so far leaves your side at once. The other one keeps it until it burns down. With the next message the conversation is back.',
          )}
    </ConfirmDialog>
  )
}
