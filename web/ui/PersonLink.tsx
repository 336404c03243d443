import type { Author } from '@mayfly/contract/people'
import { Link } from '@tanstack/react-router'
import { Avatar } from './Avatar.tsx'
import { NameAndHandle } from './NameAndHandle.tsx'

/** A person in a list: face, name and handle, and the way to their profile, unless that is out of sight. */
export function PersonLink({ person, isSeen = true }: { person: Author; isSeen?: boolean }) {
  const { handle } = person
  if (!isSeen)
    return (
      <p className="person-link">
        <FaceAndName person={person} />
      </p>
    )
  return (
    <Link to="/@{$handle}" params={{ handle }} className="person-link">
      <FaceAndName person={person} />
    </Link>
  )
}

function FaceAndName({ person }: { person: Author }) {
  return (
    <>
      <Avatar person={person} />
      <span className="min-w-0">
        <NameAndHandle person={person} />
      </span>
    </>
  )
}
