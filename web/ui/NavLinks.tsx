import { Link } from '@tanstack/react-router'
import { CountBadge } from './CountBadge.tsx'
import type { Destination } from './destinations.ts'

interface Props {
  places: Destination[]
  className?: string
}

/** Links to the app's places; the router marks the one where the visitor is. */
export function NavLinks({ places, className }: Props) {
  return places.map(({ label, icon: Icon, to, keys, hasPages = false, count = 0 }) => {
    const content = (
      <>
        <Icon size={25} aria-hidden="true" />
        <span className="label">{label}</span>
        <CountBadge count={count} />
      </>
    )
    // A place that is not known yet takes its room already, so that nothing moves.
    if (to === undefined)
      return (
        <span key={label} className={className}>
          {content}
        </span>
      )
    const exact = { exact: !hasPages, includeSearch: false }
    return (
      <Link key={label} to={to} className={className} activeOptions={exact} aria-keyshortcuts={keys}>
        {content}
      </Link>
    )
  })
}
