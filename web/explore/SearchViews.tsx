import { asksForNothing, parseSearch, plainWords } from '@mayfly/domain/search'
import { useMemo } from 'react'
import { type Text, t } from '../language/words.ts'
import { PersonRow } from '../people/PersonRow.tsx'
import { PersonSkeletons } from '../people/PersonSkeletons.tsx'
import { OrderedFeed } from '../posts/Feed.tsx'
import { searchFeed } from '../posts/feed-sources.ts'
import { Empty } from '../ui/Empty.tsx'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { useRead } from '../use-api.ts'
import type { ExploreAddress } from './explore-address.ts'
import { NoPosts } from './NoPosts.tsx'
import { TagList } from './TagList.tsx'

interface Props {
  q: string
  tab: ExploreAddress['tab']
}

/** What was found for these words. */
export function SearchViews({ q, tab }: Props) {
  const words = plainWords(q)
  const isNothing = tab === 'people' || tab === 'tags' ? words === '' : asksForNothing(parseSearch(q))
  if (isNothing)
    return (
      <Empty title={t('There is no word in it')}>
        {t('Search for words, “words that stand together”, a #tag, or from:somebody.')}
      </Empty>
    )
  if (tab === 'people') return <FoundPeople words={words} />
  if (tab === 'tags') return <FoundTags words={words} />
  return <FoundPosts key={tab ?? 'top'} q={q} order={tab ?? 'top'} />
}

const ends = {
  top: 'Those are the liveliest of the newest. Latest has them all.',
  latest: 'That is all with these words that still burns.',
} as const satisfies Record<string, Text>

function FoundPosts({ q, order }: { q: string; order: 'top' | 'latest' }) {
  const source = useMemo(() => searchFeed(q, order), [q, order])
  return (
    <OrderedFeed
      source={source}
      isStill
      label={t('Posts with {words}', { words: q })}
      empty={<NoPosts q={q} />}
      end={t(ends[order])}
    />
  )
}

function FoundPeople({ words }: { words: string }) {
  const { data, error, refetch } = useRead('searchPeople', { query: words })
  if (data === undefined)
    return error ? <ErrorCard error={error} retry={() => void refetch()} /> : <PersonSkeletons />
  if (data.items.length === 0)
    return (
      <Empty title={t('Nobody is called “{words}”', { words })}>
        {t('Perhaps the name is spelled differently. A few letters of it are enough.')}
      </Empty>
    )
  return (
    <ul aria-label={t('People called {words}', { words })}>
      {data.items.map((person) => (
        <PersonRow key={person.id} person={person} />
      ))}
    </ul>
  )
}

function FoundTags({ words }: { words: string }) {
  const tag = words.replaceAll(/\s/g, '')
  const { data, error, refetch } = useRead('searchTags', { query: tag })
  return (
    <TagList
      label={t('Tags that begin with {tag}', { tag })}
      tags={data?.items}
      error={error}
      retry={() => void refetch()}
      empty={
        <Empty title={t('No live post has a tag like {tag}', { tag: `#${tag}` })}>
          {t('Perhaps it has burnt down, or is spelled differently.')}
        </Empty>
      }
    />
  )
}
