import { Link } from '@tanstack/react-router'
import { t } from '../language/words.ts'
import { PersonSkeletons } from '../people/PersonSkeletons.tsx'
import { SuggestedPeople } from '../people/SuggestedPeople.tsx'
import { useSuggestions } from '../people/use-suggestions.ts'
import { Feed } from '../posts/Feed.tsx'
import { exploreFeed, latestFeed } from '../posts/feed-sources.ts'
import { useSession } from '../session/use-session.ts'
import { Empty } from '../ui/Empty.tsx'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import type { ExploreAddress } from './explore-address.ts'
import { TagList } from './TagList.tsx'
import { TrendStrip } from './TrendStrip.tsx'
import { useTrends } from './use-trends.ts'

/** What there is to see for those who look for nothing. */
export function ExploreViews({ tab }: { tab: ExploreAddress['tab'] }) {
  if (tab === 'people') return <PeopleToFollow />
  if (tab === 'tags') return <Trends />
  const end = t('That is everything that still burns.')
  if (tab === 'latest')
    return <Feed key="latest" source={latestFeed} label={t('Latest')} empty={<Quiet />} end={end} />
  return (
    <>
      <TrendStrip />
      <Feed key="top" source={exploreFeed} label={t('Explore')} empty={<Quiet />} end={end} />
    </>
  )
}

const Quiet = () => (
  <Empty title={t('It is quiet')}>
    {t('Everything here has burnt down. Perhaps you have something to say?')}
  </Empty>
)

function Trends() {
  const { data, error, refetch } = useTrends()
  return (
    <TagList
      label={t('Burning now')}
      tags={data?.items}
      error={error}
      retry={() => void refetch()}
      empty={
        <Empty title={t('No tag has caught fire today')}>
          {t('When a few people write with the same #tag, it shows here.')}
        </Empty>
      }
    />
  )
}

function PeopleToFollow() {
  const { state } = useSession()
  const { people, error, retry } = useSuggestions()
  if (state === 'signed-out')
    return (
      <Empty
        title={t('Whom do you look for?')}
        action={
          <Link to="/signup" className="btn">
            {t('Join Mayfly')}
          </Link>
        }
      >
        {t('Search for a name or a handle. Those who have joined see here whom they may like to follow.')}
      </Empty>
    )
  if (people === undefined) return error ? <ErrorCard error={error} retry={retry} /> : <PersonSkeletons />
  if (people.length === 0)
    return (
      <Empty title={t('Nobody new right now')}>
        {t('Search for a name or a handle, or look who writes in Latest.')}
      </Empty>
    )
  return <SuggestedPeople people={people} label={t('Who to follow')} />
}
