import type { Page } from '@mayfly/contract/pages'
import type { Author } from '@mayfly/contract/people'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { endOf } from '../clock/life.ts'
import { useTimeLeft } from '../clock/use-now.ts'
import { t } from '../language/words.ts'
import { Empty } from '../ui/Empty.tsx'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { PersonLink } from '../ui/PersonLink.tsx'
import { ReadOn } from '../ui/ReadOn.tsx'
import { readKey } from '../use-api.ts'
import { PostSkeletons } from './PostSkeletons.tsx'

interface Props {
  name: 'listLikers' | 'listReposters'
  postId: string
  read: (input: { id: string; cursor?: string }) => Promise<Page<Author>>
  empty: ReactNode
}

/** The people who did something with a post, the latest first. The list ends with the post. */
export function PeopleOfPost({ name, postId, read, empty }: Props) {
  const left = useTimeLeft(endOf(postId))
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [...readKey(name), 'people', postId],
    queryFn: ({ pageParam }) => read({ id: postId, ...(pageParam !== null && { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
    enabled: left > 0,
  })
  const people = data?.pages.flatMap(({ items }) => items)
  if (left <= 0)
    return <Empty title={t('This post has faded')}>{t('What people did with it went with it.')}</Empty>
  if (people === undefined)
    return error ? <ErrorCard error={error} retry={() => void refetch()} /> : <PostSkeletons count={3} />
  if (people.length === 0) return empty
  return (
    <>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <PersonLink person={person} />
          </li>
        ))}
      </ul>
      {error && <ErrorCard error={error} retry={() => void fetchNextPage()} />}
      {hasNextPage && !error && (
        <ReadOn pageCount={data?.pages.length ?? 0} readOn={() => void fetchNextPage()} />
      )}
    </>
  )
}
