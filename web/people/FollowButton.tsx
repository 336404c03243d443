import type { Person } from '@mayfly/contract/people'
import { useSignInFirst } from '../session/use-sign-in-first.ts'
import { useFollow } from './use-follow.ts'

/** Follows a person, or stops. */
export function FollowButton({ person }: { person: Person }) {
  const signInFirst = useSignInFirst()
  const { mutate } = useFollow(person)
  const { isFollowed, handle } = person
  return (
    <button
      type="button"
      className={isFollowed ? 'btn ghost sm' : 'btn sm'}
      aria-label={isFollowed ? `Following @${handle}. Stop following` : `Follow @${handle}`}
      onClick={() => signInFirst(() => mutate(!isFollowed))}
    >
      {isFollowed ? 'Following' : 'Follow'}
    </button>
  )
}
