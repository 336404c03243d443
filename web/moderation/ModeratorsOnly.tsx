import { Outlet } from '@tanstack/react-router'
import { useSession } from '../session/use-session.ts'
import { NotFound } from '../ui/NotFound.tsx'
import { PagePending } from '../ui/PagePending.tsx'

/** For everybody else there is nothing at these addresses. */
export function ModeratorsOnly() {
  const { state, isModerator } = useSession()
  if (state === 'starting') return <PagePending />
  return isModerator ? <Outlet /> : <NotFound />
}
