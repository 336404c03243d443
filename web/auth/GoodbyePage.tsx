import { Link, Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { fullMoment } from '../clock/moment.ts'
import { farewell } from '../session/farewell.ts'
import { AuthPage } from './AuthPage.tsx'
import { TimeToReturn } from './TimeToReturn.tsx'

/** What comes of an account that was just given up. */
export function GoodbyePage() {
  const [deletesAt] = useState(farewell)
  if (deletesAt === undefined) return <Navigate to="/signin" search={true} replace />
  return (
    <AuthPage
      title="You are signed out"
      lead="Nobody sees you or your posts any more."
      foot={
        <a href="/" className="link">
          To the front page
        </a>
      }
    >
      <p>
        Everything of yours is deleted for good on <strong>{fullMoment(deletesAt)}</strong>.
      </p>
      <TimeToReturn deletesAt={deletesAt} />
      <p className="mt-4">Until then, sign in to take it back.</p>
      <Link to="/signin" search={true} className="btn ghost mt-6 w-full">
        Sign in again
      </Link>
    </AuthPage>
  )
}
