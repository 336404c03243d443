import type { ListedPerson } from '@mayfly/contract/people'
import { t } from '../language/words.ts'
import { useSession } from '../session/use-session.ts'
import { useSignInFirst } from '../session/use-sign-in-first.ts'
import { follow } from '../ties/follow.ts'

/** Follows a person, or stops. Nothing for oneself. */
export function FollowButton({ person }: { person: ListedPerson }) {
  const { me } = useSession()
  const signInFirst = useSignInFirst()
  const { isFollowed, followsYou } = person
  const handle = `@${person.handle}`
  if (me?.id === person.id) return null
  const [words, label] = isFollowed
    ? [t('Following||button'), t('Following {handle}. Stop following', { handle })]
    : followsYou
      ? [t('Follow back'), t('Follow back {handle}', { handle })]
      : [t('Follow'), t('Follow {handle}', { handle })]
  return (
    <button
      type="button"
      className={isFollowed ? 'btn ghost sm' : 'btn sm'}
      aria-label={label}
      onClick={() => signInFirst(() => follow(person, !isFollowed))}
    >
      {words}
    </button>
  )
}
