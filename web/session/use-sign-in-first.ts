import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useSession } from './use-session.ts'

/** Wraps what only people who are signed in can do: others are led to the sign-in page, and back here after it. */
export function useSignInFirst(): (action: () => void) => void {
  const { state } = useSession()
  const navigate = useNavigate()
  const here = useRouterState({ select: ({ location }) => location.href })
  return useCallback(
    (action) => {
      if (state === 'signed-out') void navigate({ to: '/signin', search: { next: here } })
      else action()
    },
    [state, navigate, here],
  )
}
