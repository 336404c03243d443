import type { Author } from '@mayfly/contract/people'
import { Link } from '@tanstack/react-router'
import { Repeat2 } from 'lucide-react'
import { useSession } from '../session/use-session.ts'

/** Whose repost has put a post here. */
export function RepostedBy({ person }: { person: Author }) {
  const { me } = useSession()
  return (
    <p className="post-reposted">
      <Repeat2 size={16} aria-hidden="true" />
      <Link to="/@{$handle}" params={{ handle: person.handle }} data-person={person.handle}>
        {me?.id === person.id ? (
          'You reposted'
        ) : (
          <>
            <bdi>{person.displayName}</bdi> reposted
          </>
        )}
      </Link>
    </p>
  )
}
