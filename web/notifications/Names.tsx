import type { Author } from '@mayfly/contract/people'
import { Link } from '@tanstack/react-router'
import { namesOf } from './names.ts'

/** Who did it: `Ada`, `Ada, Ben and Cleo`, `Ada, Ben and 3 others`. */
export function Names({ people, count }: { people: readonly Author[]; count: number }) {
  return namesOf(people, count).map((piece) =>
    typeof piece === 'string' ? (
      piece
    ) : (
      <Link key={piece.id} to="/@{$handle}" params={{ handle: piece.handle }} className="notification-name">
        <bdi>{piece.displayName}</bdi>
      </Link>
    ),
  )
}
