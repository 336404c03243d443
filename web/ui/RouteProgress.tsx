import { useRouterState } from '@tanstack/react-router'

/** A line at the top while the next page is on its way. It waits a moment, so quick pages show none. */
export function RouteProgress() {
  const isPending = useRouterState({ select: ({ status }) => status === 'pending' })
  return isPending ? <div className="route-progress" aria-hidden="true" /> : null
}
