import type { Page } from '@mayfly/contract/pages'
import type { Author } from '@mayfly/contract/people'
import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { t } from '../language/words.ts'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { PersonLink } from '../ui/PersonLink.tsx'
import { SettingsSection } from './SettingsSection.tsx'

interface Props<Person extends Author> {
  title: string
  note: string
  /** What it says when there is nobody. */
  nobody: string
  queryKey: QueryKey
  read: (page: { cursor?: string }) => Promise<Page<Person>>
  /** Whether their profiles can be seen. */
  areSeen: boolean
  /** What can be done about one of them. */
  deed: (person: Person) => ReactNode
}

/** People to whom one has a tie, and the way out of it. */
export function PeopleSection<Person extends Author>(props: Props<Person>) {
  const { title, note, nobody, queryKey, read, areSeen, deed } = props
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })
  const people = data?.pages.flatMap(({ items }) => items)
  return (
    <SettingsSection title={title} note={note}>
      {error && !people ? <ErrorCard error={error} retry={() => void refetch()} /> : null}
      {people?.length === 0 && <p className="text-ink2">{nobody}</p>}
      {people && people.length > 0 && (
        <ul className="grid grid-cols-1">
          {people.map((person) => (
            <li key={person.id} className="tied-person">
              <PersonLink person={person} isSeen={areSeen} />
              {deed(person)}
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <button type="button" className="btn ghost" onClick={() => void fetchNextPage()}>
          {t('Show more')}
        </button>
      )}
    </SettingsSection>
  )
}
