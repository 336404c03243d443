import type { ListedPerson } from '@mayfly/contract/people'
import { useSession } from '../session/use-session.ts'
import { useSignInFirst } from '../session/use-sign-in-first.ts'
import { follow } from '../ties/follow.ts'

/** Follows a person, or stops. Nothing for oneself. */
export function FollowButton({ person }: { person: ListedPerson }) {
  const { me } = useSession()
  const signInFirst = useSignInFirst()
  const { isFollowed, handle } = person
  if (me?.id === person.id) return null
  const invitation = person.followsYou ? 'Follow back' : 'Follow'
  return (
    <button
      type="button"
      className={isFollowed ? 'btn ghost sm' : 'btn sm'}
      aria-label={isFollowed ? `Following @${handle}. Stop following` : `${invitation} @${handle}`}
      onClick={() => signInFirst(() => follow(person, !isFollowed))}
    >
      {isFollowed ? 'Following' : invitation}
    </button>
  )
}
