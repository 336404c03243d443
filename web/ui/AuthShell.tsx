import { Outlet, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { safeNextPath } from '../session/next-path.ts'
import { useSession } from '../session/use-session.ts'
import { PagePending } from './PagePending.tsx'
import { PlainShell } from './PlainShell.tsx'

/** The frame of the sign-in pages. Who is signed in goes on to where they wanted to be. */
export function AuthShell() {
  const { state } = useSession()
  const { next } = useSearch({ from: '/auth' })
  const { history } = useRouter()
  const isIn = state === 'signed-in'
  useEffect(() => {
    if (isIn) history.replace(safeNextPath(next))
  }, [isIn, next, history])

  return (
    <PlainShell>
      <div className="card auth-card">{state === 'signed-out' ? <Outlet /> : <PagePending />}</div>
    </PlainShell>
  )
}
