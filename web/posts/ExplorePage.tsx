import { Empty } from '../ui/Empty.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { Feed } from './Feed.tsx'
import { exploreFeed } from './feed-sources.ts'

/** What everybody writes. */
export function ExplorePage() {
  return (
    <>
      <TopBar title="Explore" />
      <Feed
        source={exploreFeed}
        label="Explore"
        empty={
          <Empty title="It is quiet">
            Everything here has burnt down. Perhaps you have something to say?
          </Empty>
        }
        end="That is everything that still burns."
      />
    </>
  )
}
