import type { Page } from '@mayfly/contract/pages'
import type { ListedPerson } from '@mayfly/contract/people'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { ReadOn } from '../ui/ReadOn.tsx'
import { readKey } from '../use-api.ts'
import { PersonRow } from './PersonRow.tsx'
import { PersonSkeletons } from './PersonSkeletons.tsx'

interface Props {
  name: 'listFollowers' | 'listFollowing'
  /** Whose list it is. */
  handle: string
  read: (input: { handle: string; cursor?: string }) => Promise<Page<ListedPerson>>
  label: string
  empty: ReactNode
}

/** A list of people that is read on the way down. */
export function PeopleList({ name, handle, read, label, empty }: Props) {
  const { data, error, refetch, hasNextPage, isFetchNextPageError, fetchNextPage } = useInfiniteQuery({
    queryKey: [...readKey(name), 'of', handle],
    queryFn: ({ pageParam }) => read({ handle, ...(pageParam !== null && { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })
  const people = data?.pages.flatMap(({ items }) => items)
  if (people === undefined)
    return error ? <ErrorCard error={error} retry={() => void refetch()} /> : <PersonSkeletons />
  if (people.length === 0 && !hasNextPage) return empty
  return (
    <>
      <ul aria-label={label}>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
      {isFetchNextPageError && <ErrorCard error={error} retry={() => void fetchNextPage()} />}
      {hasNextPage && !isFetchNextPageError && (
        <ReadOn pageCount={data?.pages.length ?? 0} readOn={() => void fetchNextPage()} />
      )}
    </>
  )
}
