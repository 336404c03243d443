import { Link, Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { fullMoment } from '../clock/moment.ts'
import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'
import { farewell } from '../session/farewell.ts'
import { AuthPage } from './AuthPage.tsx'
import { TimeToReturn } from './TimeToReturn.tsx'

/** What comes of an account that was just given up. */
export function GoodbyePage() {
  const [deletesAt] = useState(farewell)
  if (deletesAt === undefined) return <Navigate to="/signin" search={true} replace />
  return (
    <AuthPage
      title={t('You are signed out')}
      lead={t('Nobody sees you or your posts any more.')}
      foot={
        <a href="/" className="link">
          {t('To the front page')}
        </a>
      }
    >
      <p>
        {rich('Everything of yours is deleted for good on <strong>{moment}</strong>.', {
          moment: fullMoment(deletesAt),
          strong: (words) => <strong>{words}</strong>,
        })}
      </p>
      <TimeToReturn deletesAt={deletesAt} />
      <p className="mt-4">{t('Until then, sign in to take it back.')}</p>
      <Link to="/signin" search={true} className="btn ghost mt-6 w-full">
        {t('Sign in again')}
      </Link>
    </AuthPage>
  )
}
