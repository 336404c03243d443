import type { ListedPerson } from '@mayfly/contract/people'
import { useSession } from '../session/use-session.ts'
import { useSignInFirst } from '../session/use-sign-in-first.ts'
import { follow } from '../ties/follow.ts'

/** Follows a person, or stops. Nothing for oneself. */
export function FollowButton({ person }: { person: ListedPerson }) {
  const { me } = useSession()
  const signInFirst = useSignInFirst()
  const { isFollowed, followsYou, handle } = person
  const words = followsYou ? 'Follow back' : 'Follow'
  if (me?.id === person.id) return null
  return (
    <button
      type="button"
      className={isFollowed ? 'btn ghost sm' : 'btn sm'}
      aria-label={isFollowed ? `Following @${handle}. Stop following` : `${words} @${handle}`}
      onClick={() => signInFirst(() => follow(person, !isFollowed))}
    >
      {isFollowed ? 'Following' : words}
    </button>
  )
}
