import type { Author } from '@mayfly/contract/people'
import { Link } from '@tanstack/react-router'
import { Repeat2 } from 'lucide-react'
import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'
import { useSession } from '../session/use-session.ts'

/** Whose repost has put a post here. */
export function RepostedBy({ person }: { person: Author }) {
  const { me } = useSession()
  return (
    <p className="post-reposted">
      <Repeat2 size={16} aria-hidden="true" />
      <Link to="/@{$handle}" params={{ handle: person.handle }} data-person={person.handle}>
        {me?.id === person.id
          ? t('You reposted')
          : rich('{who} reposted', { who: <bdi>{person.displayName}</bdi> })}
      </Link>
    </p>
  )
}
