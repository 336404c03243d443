import { Outlet, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { farewell } from '../session/farewell.ts'
import { useSession } from '../session/use-session.ts'
import { PagePending } from './PagePending.tsx'

/** Shows the page to people who are signed in; others sign in first and come back. */
export function SignedInOnly() {
  const { state } = useSession()
  return state === 'signed-out' ? <ToSignIn /> : <Outlet />
}

function ToSignIn() {
  const router = useRouter()
  useEffect(() => {
    const next = router.state.location.href
    if (farewell() !== undefined) void router.navigate({ to: '/goodbye', replace: true })
    else void router.navigate({ to: '/signin', search: { next }, replace: true })
  }, [router])
  return <PagePending />
}
