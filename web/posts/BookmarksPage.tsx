import { Link } from '@tanstack/react-router'
import { useSession } from '../session/use-session.ts'
import { Empty } from '../ui/Empty.tsx'
import { PhoneMenu } from '../ui/PhoneMenu.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { OrderedFeed } from './Feed.tsx'
import { bookmarksFeed } from './feed-sources.ts'
import { PostSkeletons } from './PostSkeletons.tsx'

/** What one has bookmarked, with the time that each of it has left. */
export function BookmarksPage() {
  const { me } = useSession()
  return (
    <>
      <TopBar title="Bookmarks" before={<PhoneMenu />} />
      <p className="border-b border-line px-4 py-3 text-sm text-ink2">
        Seen by you alone. A bookmark fades with its post.
      </p>
      {me ? (
        <OrderedFeed
          source={bookmarksFeed(me.id)}
          label="Bookmarks"
          empty={<NothingYet />}
          end="Those are all your bookmarks that still burn."
        />
      ) : (
        <PostSkeletons />
      )}
    </>
  )
}

function NothingYet() {
  return (
    <Empty
      title="Nothing at hand"
      action={
        <Link to="/explore" className="btn ghost">
          Explore
        </Link>
      }
    >
      Bookmark a post to find it here for as long as it burns.
    </Empty>
  )
}
