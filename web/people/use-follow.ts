import type { Person } from '@mayfly/contract/people'
import { useMutation } from '@tanstack/react-query'
import { api } from '../api.ts'
import { forgetHomeFeed } from '../posts/feed-cache.ts'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { queryClient, readKey } from '../use-api.ts'

/**
 * Sets whether one follows a person: shown at once, taken back when the server says no.
 * Each press says what is wanted, and presses wait for each other, so that the last one counts.
 */
export function useFollow({ handle }: Person) {
  const personKey = readKey('showPerson', { handle })
  const mutationKey = ['follow', handle]
  const isLast = () => queryClient.isMutating({ mutationKey }) === 1
  return useMutation({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    mutationFn: (isWanted: boolean) =>
      isWanted ? api.followPerson({ handle }) : api.unfollowPerson({ handle }),
    onMutate: async (isWanted) => {
      await queryClient.cancelQueries({ queryKey: personKey })
      queryClient.setQueryData<Person>(personKey, (person) => person && withFollow(person, isWanted))
    },
    onSuccess: (person) => {
      if (isLast()) queryClient.setQueryData(personKey, person)
      forgetHomeFeed()
    },
    onError: (error, isWanted) => {
      if (!isLast()) return
      queryClient.setQueryData<Person>(personKey, (person) => person && withFollow(person, !isWanted))
      toast(`${isWanted ? 'Not followed' : 'Still followed'}. ${sentenceFor(error)}`)
    },
  })
}

export function withFollow(person: Person, isFollowed: boolean): Person {
  if (person.isFollowed === isFollowed) return person
  return { ...person, isFollowed, followerCount: person.followerCount + (isFollowed ? 1 : -1) }
}
