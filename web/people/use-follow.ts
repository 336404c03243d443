import type { Person } from '@mayfly/contract/people'
import { useCallback } from 'react'
import { api } from '../api.ts'
import { forgetHomeFeed } from '../posts/feed-cache.ts'
import { queryClient, readKey } from '../use-api.ts'
import { wish } from '../wishes.ts'

/** Sets whether one follows a person: shown at once, taken back when the server says no. */
export function useFollow(person: Person) {
  return { mutate: useCallback((isWanted: boolean) => follow(person, isWanted), [person]) }
}

function follow({ handle, isFollowed }: Person, isWanted: boolean): void {
  const personKey = readKey('showPerson', { handle })
  const show = (isSet: boolean) =>
    queryClient.setQueryData<Person>(personKey, (person) => person && withFollow(person, isSet))
  void queryClient.cancelQueries({ queryKey: personKey })
  void wish(
    {
      key: `follow ${handle}`,
      isSet: isFollowed,
      show,
      send: (isSet) => (isSet ? api.followPerson({ handle }) : api.unfollowPerson({ handle })),
      onDone: (person) => {
        queryClient.setQueryData(personKey, person)
        forgetHomeFeed()
      },
      refusal: (wasWanted) => (wasWanted ? 'Not followed' : 'Still followed'),
    },
    isWanted,
  )
}

export function withFollow(person: Person, isFollowed: boolean): Person {
  if (person.isFollowed === isFollowed) return person
  return { ...person, isFollowed, followerCount: person.followerCount + (isFollowed ? 1 : -1) }
}
