import type { ListedPerson } from '@mayfly/contract/people'
import { Link } from '@tanstack/react-router'
import { t } from '../language/words.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { FollowButton } from './FollowButton.tsx'

interface Props {
  person: ListedPerson
  /** Stands below the name instead of the bio. */
  note?: string | undefined
}

/** A person in a list, with the button to follow them. */
export function PersonRow({ person, note }: Props) {
  const { handle, displayName, bio, followsYou } = person
  return (
    <li className="person-row">
      <Link
        to="/@{$handle}"
        params={{ handle }}
        data-person={handle}
        tabIndex={-1}
        aria-hidden="true"
        className="self-start"
      >
        <Avatar person={person} />
      </Link>
      <div className="min-w-0">
        <Link to="/@{$handle}" params={{ handle }} data-person={handle} className="person-name" dir="auto">
          {displayName}
        </Link>
        <p className="flex min-w-0 gap-2 text-sm text-ink2">
          <span dir="auto" className="truncate">
            @{handle}
          </span>
          {followsYou && <FollowsYou />}
        </p>
        {(note ?? bio) !== '' && (
          <p dir="auto" className={`person-note ${note === undefined ? '' : 'text-ink2'}`}>
            {note ?? bio}
          </p>
        )}
      </div>
      <FollowButton person={person} />
    </li>
  )
}

export const FollowsYou = () => <span className="badge-soft">{t('Follows you')}</span>
