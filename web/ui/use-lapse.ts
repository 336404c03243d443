import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { say } from '../language/say.ts'
import { t } from '../language/words.ts'
import { useSession } from '../session/use-session.ts'
import { toast } from './toast-store.ts'

/** A longer sentence wants longer reading. */
const READING_MS = 20_000

/** A session that ended by itself leads to the sign-in page, and back to here after it. */
export function useLapse(): void {
  const { hasLapsed, lapseReason } = useSession()
  const router = useRouter()
  useEffect(() => {
    if (!hasLapsed) return
    if (lapseReason) toast(say(lapseReason), { lastsMs: READING_MS })
    else toast(t('Your session is over. Please sign in again; your drafts are kept.'))
    const next = router.state.location.href
    if (!next.startsWith('/signin')) void router.navigate({ to: '/signin', search: { next } })
  }, [hasLapsed, lapseReason, router])
}
