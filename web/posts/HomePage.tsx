import { Link } from '@tanstack/react-router'
import { useSession } from '../session/use-session.ts'
import { Empty } from '../ui/Empty.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { Feed } from './Feed.tsx'
import { homeFeed } from './feed-sources.ts'
import { PostPrompt } from './PostPrompt.tsx'
import { PostSkeletons } from './PostSkeletons.tsx'

/** What the people write whom you follow, and you. */
export function HomePage() {
  const { me } = useSession()
  return (
    <>
      <TopBar title="Home" />
      <PostPrompt words="Say it while it lasts…" deed="Post" className="prompt-home" />
      {me ? (
        <Feed
          source={homeFeed(me.id)}
          label="Home"
          empty={<NobodyYet />}
          end="That is all that still burns here."
        />
      ) : (
        <PostSkeletons />
      )}
    </>
  )
}

function NobodyYet() {
  return (
    <Empty
      title="Nothing burns here yet"
      action={
        <Link to="/explore" className="btn">
          Find people in Explore
        </Link>
      }
    >
      Here you see what the people write whom you follow, for as long as it lasts. Follow a few, or write
      something yourself.
    </Empty>
  )
}
