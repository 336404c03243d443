import type { Conversation } from '@mayfly/contract/messages'
import { useState } from 'react'
import { t } from '../language/words.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { LifetimeChips } from '../ui/LifetimeChips.tsx'
import { useUsualLifetime } from './use-usual-lifetime.ts'

interface Props {
  conversation: Conversation
  close: () => void
}

/** How long messages live in a conversation when their senders choose nothing else. */
export function LifetimeDialog({ conversation, close }: Props) {
  const [chosen, setChosen] = useState(conversation.lifetime)
  const { setUsual, isSetting } = useUsualLifetime(conversation.id, close)
  return (
    <Dialog isOpen onClose={close} labelledBy="lifetime-title" className="w-[min(34rem,92vw)]">
      <form
        className="grid gap-3 p-5"
        onSubmit={(event) => {
          event.preventDefault()
          setUsual(chosen)
        }}
      >
        <h2 id="lifetime-title" className="text-xl font-bold">
          {t('How long messages live')}
        </h2>
        <p className="text-ink2">
          {t(
            'What anybody sends here from now on, unless they choose another time. What was sent stays as it was.',
          )}
        </p>
        <LifetimeChips chosen={chosen} choose={setChosen} />
        <p className="mt-2 flex justify-end gap-3">
          <button type="button" className="btn ghost" onClick={close}>
            {t('Cancel')}
          </button>
          <button type="submit" className="btn" aria-disabled={isSetting}>
            {t('Set')}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
