import { type Conversation, MessageBody } from '@mayfly/contract/messages'
import { countGraphemes } from '@mayfly/contract/text'
import { say } from '../language/say.ts'
import { t } from '../language/words.ts'
import { useKept } from '../use-kept.ts'
import { draftIn, draftKey, emptyDraft, isWorthKeeping } from './draft.ts'
import { sendLater } from './outbox.ts'

/** What is being written in a conversation, what is wrong with it, and how it goes out. */
export function useComposing(conversation: Conversation, myId: string) {
  const { draft, keeping, change, clear } = useKept({
    key: draftKey(myId, conversation.id),
    empty: emptyDraft,
    draftIn,
    isWorthKeeping,
  })
  const { body } = draft
  const hasText = body.trim() !== ''
  const issue = hasText ? MessageBody.safeParse(body).error?.issues[0] : undefined
  const problem = issue && say(issue.message)
  return {
    body,
    lifetime: draft.lifetime ?? conversation.lifetime,
    count: countGraphemes(body.trim().normalize('NFC')),
    problem,
    note: problem ?? (keeping === 'failed' ? t('Drafts are not saved in this browser') : ''),
    canSend: hasText && problem === undefined,
    change,
    send: () => {
      const letter = { body: body.trim(), lifetime: draft.lifetime }
      void sendLater({ personId: myId, conversationId: conversation.id, ...letter })
      void clear()
    },
  }
}
