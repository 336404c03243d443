import { limits } from '@mayfly/contract/limits'
import type { Author } from '@mayfly/contract/people'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../language/words.ts'
import { FormProblem } from '../ui/FormProblem.tsx'
import { sentenceFor } from '../ui/sentence-for.ts'
import { TopBar } from '../ui/TopBar.tsx'
import { useWrite } from '../use-write.ts'
import { keepConversation, refreshCounts } from './conversation-cache.ts'
import { PeopleSearch } from './PeopleSearch.tsx'

/** Whom to write to: one person, or a group. */
export function NewConversationPage() {
  const [chosen, setChosen] = useState<readonly Author[]>([])
  const navigate = useNavigate()
  const start = useWrite('startConversation', {
    onSuccess: (conversation) => {
      keepConversation(conversation)
      refreshCounts()
      void navigate({
        to: '/messages/$conversationId',
        params: { conversationId: conversation.id },
        replace: true,
      })
    },
  })
  const goOn = () => {
    const handles = chosen.map(({ handle }) => handle)
    const [only] = handles
    if (only === undefined || start.isPending) return
    if (handles.length > 1) start.mutate({ handles })
    else void navigate({ to: '/messages/@{$handle}', params: { handle: only }, replace: true })
  }

  return (
    <section className="chat">
      <TopBar title={t('New conversation')} hasBack above="/messages">
        <button type="button" className="btn sm" aria-disabled={chosen.length === 0} onClick={goOn}>
          {start.isPending ? t('Starting…') : t('Start')}
        </button>
      </TopBar>
      <div className="new-conversation">
        <FormProblem>{start.error ? sentenceFor(start.error) : undefined}</FormProblem>
        <PeopleSearch chosen={chosen} choose={setChosen} most={limits.conversationPeople - 1} goOn={goOn} />
      </div>
    </section>
  )
}
