import type { Author } from '@mayfly/contract/people'
import { Link } from '@tanstack/react-router'
import { Avatar } from '../ui/Avatar.tsx'

/** The latest few faces, one over the other. Their names stand beside them. */
export const Faces = ({ people }: { people: readonly Author[] }) => (
  <span className="faces">
    {people.map((person) => (
      <Link
        key={person.id}
        to="/@{$handle}"
        params={{ handle: person.handle }}
        tabIndex={-1}
        aria-hidden="true"
      >
        <Avatar person={person} size={32} />
      </Link>
    ))}
  </span>
)
