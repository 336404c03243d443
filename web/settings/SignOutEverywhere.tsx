import { useState } from 'react'
import { t } from '../language/words.ts'
import { signOutEverywhere } from '../session/sign-out.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'

/** Signs out on every device, once that is meant. */
export function SignOutEverywhere() {
  const [isAsking, setIsAsking] = useState(false)
  const [isUnderWay, setIsUnderWay] = useState(false)
  const leave = async () => {
    if (isUnderWay) return
    setIsUnderWay(true)
    await signOutEverywhere().catch((error: unknown) => toast(sentenceFor(error)))
    setIsUnderWay(false)
  }
  return (
    <p>
      <button type="button" className="btn danger whitespace-normal" onClick={() => setIsAsking(true)}>
        {t('Sign out everywhere')}
      </button>
      {isAsking && (
        <ConfirmDialog
          title={t('Sign out everywhere?')}
          deed={t('Sign out everywhere')}
          isUnderWay={isUnderWay}
          confirm={() => void leave()}
          close={() => setIsAsking(false)}
        >
          {t('Every device where you are signed in has to sign in again, this one included.')}
        </ConfirmDialog>
      )}
    </p>
  )
}
