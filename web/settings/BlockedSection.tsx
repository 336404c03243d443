import type { Author } from '@mayfly/contract/people'
import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { queryClient, readKey, useWrite } from '../use-api.ts'
import { SettingsSection } from './SettingsSection.tsx'

/** Whom one blocks, and the way back. */
export function BlockedSection() {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: readKey('listBlocked'),
    queryFn: ({ pageParam }) => api.listBlocked(pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })
  const people = data?.pages.flatMap(({ items }) => items)
  return (
    <SettingsSection title="Blocked people" note="Neither of you sees or reaches the other.">
      {error && !people ? <ErrorCard error={error} retry={() => void refetch()} /> : null}
      {people?.length === 0 && <p className="text-ink2">You block nobody.</p>}
      {people && people.length > 0 && (
        <ul className="grid grid-cols-1 gap-3">
          {people.map((person) => (
            <BlockedPerson key={person.id} person={person} />
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

function BlockedPerson({ person }: { person: Author }) {
  const unblock = useWrite('unblockPerson', {
    onSuccess: () => {
      // Whatever was read while they were out of sight may have something of theirs now.
      void queryClient.invalidateQueries()
      toast(`@${person.handle} is not blocked any more.`)
    },
    onError: (error) => toast(`Still blocked. ${sentenceFor(error)}`),
  })
  return (
    <li className="flex items-center gap-3">
      <Avatar person={person} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-semibold">{person.displayName}</span>
        <span className="block truncate text-sm text-ink2">@{person.handle}</span>
      </span>
      <button
        type="button"
        className="btn ghost"
        aria-label={`Unblock @${person.handle}`}
        disabled={unblock.isPending}
        onClick={() => unblock.mutate({ handle: person.handle })}
      >
        Unblock
      </button>
    </li>
  )
}
