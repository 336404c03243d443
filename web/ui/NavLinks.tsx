import { Link } from '@tanstack/react-router'
import type { Destination } from './destinations.ts'

interface Props {
  places: Destination[]
  className?: string
}

/** Links to the app's places; the router marks the one where the visitor is. */
export function NavLinks({ places, className }: Props) {
  return places.map(({ label, icon: Icon, to, keys }) => (
    <Link
      key={label}
      to={to}
      className={className}
      activeOptions={{ exact: true, includeSearch: false }}
      aria-keyshortcuts={keys}
    >
      <Icon size={25} aria-hidden="true" />
      <span className="label">{label}</span>
    </Link>
  ))
}
