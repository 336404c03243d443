import type { Person } from '@mayfly/contract/people'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { set } from 'idb-keyval'
import { useEffect, useRef } from 'react'
import { useSession } from '../session/use-session.ts'
import { PagePending } from '../ui/PagePending.tsx'
import { usualLifetime } from '../usual-lifetime.ts'
import { useComposer } from './composer-store.ts'
import { emptyDraft, spareDraftKey } from './drafts.ts'
import type { Shared } from './shared.ts'
import { draftFrom } from './shared-text.ts'

/** Opens the composer at home, with what another app hands over. */
export function ComposePage() {
  const shared = useSearch({ from: '/shell/mine/compose' })
  const { me } = useSession()
  const navigate = useNavigate()
  const isOpened = useRef(false)
  useEffect(() => {
    if (me === undefined || isOpened.current) return
    isOpened.current = true
    void begin(shared, me).then(() => navigate({ to: '/home', replace: true }))
  }, [me, shared, navigate])
  return <PagePending />
}

/** What is shared gets a draft of its own: one that was begun before stays as it is. */
async function begin(shared: Shared, me: Person): Promise<void> {
  const { body, quoteOf } = draftFrom(shared, location.origin)
  if (body === '' && quoteOf === null) {
    useComposer.getState().open()
    return
  }
  const draft = spareDraftKey(me.id)
  await set(draft, { ...emptyDraft, lifetime: usualLifetime(), body, quoteOf }).catch(() => undefined)
  useComposer.getState().open({ draft })
}
