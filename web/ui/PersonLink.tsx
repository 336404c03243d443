import type { Author } from '@mayfly/contract/people'
import { Link } from '@tanstack/react-router'
import { Avatar } from './Avatar.tsx'

/** A person in a list: face, name and handle, and the way to their profile. */
export function PersonLink({ person }: { person: Author }) {
  return (
    <Link to="/@{$handle}" params={{ handle: person.handle }} className="person-link">
      <Avatar person={person} />
      <span className="min-w-0">
        <span dir="auto" className="block truncate font-semibold">
          {person.displayName}
        </span>
        <span className="block truncate text-sm text-ink2">@{person.handle}</span>
      </span>
    </Link>
  )
}
