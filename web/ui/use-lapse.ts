import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useSession } from '../session/use-session.ts'
import { toast } from './toast-store.ts'

/** A session that ended by itself leads to the sign-in page, and back to here after it. */
export function useLapse(): void {
  const { hasLapsed } = useSession()
  const router = useRouter()
  useEffect(() => {
    if (!hasLapsed) return
    toast('Your session is over. Please sign in again; your drafts are kept.')
    const next = router.state.location.href
    if (!next.startsWith('/signin')) void router.navigate({ to: '/signin', search: { next } })
  }, [hasLapsed, router])
}
