import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { fullMoment } from '../clock/moment.ts'
import { t } from '../language/words.ts'
import { restoreAccount } from '../session/begin.ts'
import { FormProblem } from '../ui/FormProblem.tsx'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { AuthPage } from './AuthPage.tsx'
import { TimeToReturn } from './TimeToReturn.tsx'
import { setWaitingAccount, waitingAccount } from './waiting-account.ts'

/** For whoever signs in to an account that is about to be deleted: the way back. */
export function RestorePage() {
  const [account] = useState(waitingAccount)
  const [problem, setProblem] = useState<string>()
  const [isSending, setIsSending] = useState(false)
  const { email, password, deletesAt } = account ?? {}
  if (email === undefined || password === undefined || deletesAt === undefined)
    return <Navigate to="/signin" search={true} replace />

  const keep = async () => {
    if (isSending) return
    setIsSending(true)
    setProblem(undefined)
    try {
      await restoreAccount({ email, password })
      setWaitingAccount(undefined)
      toast(t('Welcome back. Everything is as it was.'))
    } catch (error) {
      setProblem(sentenceFor(error))
      setIsSending(false)
    }
  }

  return (
    <AuthPage
      title={t('Keep your account?')}
      lead={t('You asked for it to be deleted. That happens on {moment}.', { moment: fullMoment(deletesAt) })}
    >
      <div className="grid gap-5">
        <TimeToReturn deletesAt={deletesAt} />
        <FormProblem>{problem}</FormProblem>
        <button type="button" className="btn w-full" aria-disabled={isSending} onClick={() => void keep()}>
          {isSending ? t('One moment…') : t('Keep my account')}
        </button>
        <a href="/" className="btn ghost w-full">
          {t('Let it go')}
        </a>
      </div>
    </AuthPage>
  )
}
