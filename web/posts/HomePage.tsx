import { Link, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { t } from '../language/words.ts'
import { useSession } from '../session/use-session.ts'
import { Empty } from '../ui/Empty.tsx'
import { PhoneMenu } from '../ui/PhoneMenu.tsx'
import { TabLinks } from '../ui/TabLinks.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { FadingFeed } from './FadingFeed.tsx'
import { Feed } from './Feed.tsx'
import { homeFeed } from './feed-sources.ts'
import { OutgoingPosts } from './OutgoingPosts.tsx'
import { PostPrompt } from './PostPrompt.tsx'
import { PostSkeletons } from './PostSkeletons.tsx'

const exactly = { exact: true, includeSearch: true }

/** What the people write and repost whom you follow, and you: the newest, or what goes next. */
export function HomePage({ whenEmpty }: { whenEmpty: ReactNode }) {
  const { me } = useSession()
  const { feed } = useSearch({ from: '/shell/mine/home' })
  const empty = (
    <>
      <NobodyYet />
      {whenEmpty}
    </>
  )
  return (
    <>
      <TopBar title={t('Home')} before={<PhoneMenu />} />
      <TabLinks label={t('Feeds')}>
        <Link to="/home" search={{}} activeOptions={exactly}>
          {t('Following||feed')}
        </Link>
        <Link to="/home" search={{ feed: 'fading' }} activeOptions={exactly}>
          {t('Fading')}
        </Link>
      </TabLinks>
      {feed === undefined && (
        <PostPrompt words={t('Say it while it lasts…')} deed={t('Post||verb')} className="prompt-home" />
      )}
      {feed === undefined && <OutgoingPosts isShown={({ parent }) => parent === undefined} />}
      {me === undefined ? (
        <PostSkeletons />
      ) : feed === 'fading' ? (
        <FadingFeed personId={me.id} empty={empty} />
      ) : (
        <Feed
          source={homeFeed(me.id)}
          label={t('Home')}
          empty={empty}
          end={t('That is all that still burns here.')}
        />
      )}
    </>
  )
}

function NobodyYet() {
  return (
    <Empty
      title={t('Nothing burns here yet')}
      action={
        <Link to="/explore" className="btn">
          {t('Find people in Explore')}
        </Link>
      }
    >
      {t(
        'Here you see what the people write whom you follow, for as long as it lasts. Follow a few, or write something yourself.',
      )}
    </Empty>
  )
}
