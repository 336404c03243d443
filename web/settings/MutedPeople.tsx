import type { ListedPerson } from '@mayfly/contract/people'
import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { mute } from '../ties/mute.ts'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { PersonLink } from '../ui/PersonLink.tsx'
import { readKey } from '../use-api.ts'
import { SettingsSection } from './SettingsSection.tsx'

/** Whom one has muted, and the way back. */
export function MutedPeople() {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [...readKey('listMuted'), 'mine'],
    queryFn: ({ pageParam }) => api.listMuted(pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })
  const people = data?.pages.flatMap(({ items }) => items)
  return (
    <SettingsSection title="Muted people" note="Mute somebody in the menu of their profile or of a post.">
      {error && !people ? <ErrorCard error={error} retry={() => void refetch()} /> : null}
      {people?.length === 0 && <p className="text-ink2">You have muted nobody.</p>}
      {people && people.length > 0 && (
        <ul className="grid grid-cols-1">
          {people.map((person) => (
            <MutedPerson key={person.id} person={person} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <button type="button" className="btn ghost" onClick={() => void fetchNextPage()}>
          Show more
        </button>
      )}
    </SettingsSection>
  )
}

/** Stays in the list when they are not muted any more, so that it can be undone. */
function MutedPerson({ person }: { person: ListedPerson }) {
  const { handle, isMuted } = person
  return (
    <li className="muted-person">
      <PersonLink person={person} />
      <button
        type="button"
        className="btn ghost sm"
        aria-label={isMuted ? `Unmute @${handle}` : `Mute @${handle}`}
        onClick={() => mute(handle, !isMuted)}
      >
        {isMuted ? 'Unmute' : 'Mute'}
      </button>
    </li>
  )
}
