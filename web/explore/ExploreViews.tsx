import { Link } from '@tanstack/react-router'
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

const END = 'That is everything that still burns.'

/** What there is to see for those who look for nothing. */
export function ExploreViews({ tab }: { tab: ExploreAddress['tab'] }) {
  if (tab === 'people') return <PeopleToFollow />
  if (tab === 'tags') return <Trends />
  if (tab === 'latest')
    return <Feed key="latest" source={latestFeed} label="Latest" empty={<Quiet />} end={END} />
  return (
    <>
      <TrendStrip />
      <Feed key="top" source={exploreFeed} label="Explore" empty={<Quiet />} end={END} />
    </>
  )
}

const Quiet = () => (
  <Empty title="It is quiet">Everything here has burnt down. Perhaps you have something to say?</Empty>
)

function Trends() {
  const { data, error, refetch } = useTrends()
  return (
    <TagList
      label="Burning now"
      tags={data?.items}
      error={error}
      retry={() => void refetch()}
      empty={
        <Empty title="No tag has caught fire today">
          When a few people write with the same #tag, it shows here.
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
        title="Whom do you look for?"
        action={
          <Link to="/signup" className="btn">
            Join Mayfly
          </Link>
        }
      >
        Search for a name or a handle. Those who have joined see here whom they may like to follow.
      </Empty>
    )
  if (people === undefined) return error ? <ErrorCard error={error} retry={retry} /> : <PersonSkeletons />
  if (people.length === 0)
    return (
      <Empty title="Nobody new right now">Search for a name or a handle, or look who writes in Latest.</Empty>
    )
  return <SuggestedPeople people={people} label="Who to follow" />
}
