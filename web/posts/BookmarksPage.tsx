import { Link } from '@tanstack/react-router'
import { t } from '../language/words.ts'
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
      <TopBar title={t('Bookmarks')} before={<PhoneMenu />} />
      <p className="border-b border-line px-4 py-3 text-sm text-ink2">
        {t('Seen by you alone. A bookmark fades with its post.')}
      </p>
      {me ? (
        <OrderedFeed
          source={bookmarksFeed(me.id)}
          label={t('Bookmarks')}
          empty={<NothingYet />}
          end={t('Those are all your bookmarks that still burn.')}
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
      title={t('Nothing at hand')}
      action={
        <Link to="/explore" className="btn ghost">
          {t('Explore')}
        </Link>
      }
    >
      {t('Bookmark a post to find it here for as long as it burns.')}
    </Empty>
  )
}
