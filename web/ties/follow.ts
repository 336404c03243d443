import type { ListedPerson } from '@mayfly/contract/people'
import { api } from '../api.ts'
import { t } from '../language/words.ts'
import { forgetHomeFeed } from '../posts/feed-cache.ts'
import { sessionView } from '../session/state.ts'
import { toast } from '../ui/toast-store.ts'
import { queryClient, readKey } from '../use-api.ts'
import { wish } from '../wishes.ts'
import { changePerson, forgetTies } from './person-cache.ts'

let takeBackLastToast = () => {}

/** Sets whether one follows a person: shown at once, taken back when the server says no. */
export function follow(person: ListedPerson, isWanted: boolean): void {
  const { handle } = person
  takeBackLastToast()
  if (!isWanted)
    takeBackLastToast = toast(t('You don’t follow {handle} any more.', { handle: `@${handle}` }), {
      action: { label: t('Undo'), run: () => follow({ ...person, isFollowed: false }, true) },
    })
  void queryClient.cancelQueries({ queryKey: readKey('showPerson', { handle }) })
  void wish(
    {
      key: `follow ${handle}`,
      isSet: person.isFollowed,
      show: (isSet) => changePerson(handle, (known) => withFollow(known, isSet)),
      send: (isSet) => (isSet ? api.followPerson({ handle }) : api.unfollowPerson({ handle })),
      onDone: (answer) => {
        queryClient.setQueryData(readKey('showPerson', { handle }), answer)
        forgetTies(sessionView().me?.handle)
        forgetHomeFeed()
      },
      refusal: (wasWanted) => (wasWanted ? t('Not followed') : t('Still followed')),
    },
    isWanted,
  )
}

export function withFollow<Known extends ListedPerson & { followerCount?: number }>(
  person: Known,
  isFollowed: boolean,
): Known {
  if (person.isFollowed === isFollowed) return person
  const { followerCount } = person
  const counted = followerCount === undefined ? {} : { followerCount: followerCount + (isFollowed ? 1 : -1) }
  return { ...person, isFollowed, ...counted }
}
