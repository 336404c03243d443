import { Navigate, Outlet, useRouterState } from '@tanstack/react-router'
import { useSession } from '../session/use-session.ts'

/** Shows the page to people who are signed in; others sign in first and come back. */
export function SignedInOnly() {
  const { state } = useSession()
  const href = useRouterState({ select: ({ location }) => location.href })
  if (state === 'signed-out') return <Navigate to="/signin" search={{ next: href }} replace />
  return <Outlet />
}
