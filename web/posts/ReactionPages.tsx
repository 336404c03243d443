import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { api } from '../api.ts'
import { t } from '../language/words.ts'
import { Empty } from '../ui/Empty.tsx'
import { TabLinks } from '../ui/TabLinks.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { OrderedFeed } from './Feed.tsx'
import { quotesFeed } from './feed-sources.ts'
import { PeopleOfPost } from './PeopleOfPost.tsx'

/** The posts that quote a post. */
export function QuotesPage() {
  const { postId } = useParams({ from: '/shell/@{$handle}/$postId/quotes' })
  const source = useMemo(() => quotesFeed(postId), [postId])
  return (
    <ReactionPage title={t('Quotes')}>
      <OrderedFeed
        source={source}
        label={t('Quotes')}
        empty={<Empty title={t('No quotes')}>{t('Nobody quotes this post right now.')}</Empty>}
        end={t('Those are all the quotes that still burn.')}
      />
    </ReactionPage>
  )
}

/** Who passes a post on. */
export function RepostsPage() {
  const { postId } = useParams({ from: '/shell/@{$handle}/$postId/reposts' })
  return (
    <ReactionPage title={t('Reposts')}>
      <PeopleOfPost
        name="listReposters"
        postId={postId}
        read={api.listReposters}
        empty={<Empty title={t('No reposts')}>{t('Nobody has passed this post on yet.')}</Empty>}
      />
    </ReactionPage>
  )
}

/** Who likes a post. */
export function LikesPage() {
  const { postId } = useParams({ from: '/shell/@{$handle}/$postId/likes' })
  return (
    <ReactionPage title={t('Likes')}>
      <PeopleOfPost
        name="listLikers"
        postId={postId}
        read={api.listLikers}
        empty={<Empty title={t('No likes')}>{t('Nobody has liked this post yet.')}</Empty>}
      />
    </ReactionPage>
  )
}

function ReactionPage({ title, children }: { title: string; children: ReactNode }) {
  const { handle = '', postId = '' } = useParams({ strict: false })
  const params = { handle, postId }
  return (
    <>
      <TopBar title={title} hasBack />
      <TabLinks label={t('What people do with this post')}>
        <Link to="/@{$handle}/$postId/quotes" params={params} replace>
          {t('Quotes')}
        </Link>
        <Link to="/@{$handle}/$postId/reposts" params={params} replace>
          {t('Reposts')}
        </Link>
        <Link to="/@{$handle}/$postId/likes" params={params} replace>
          {t('Likes')}
        </Link>
      </TabLinks>
      {children}
    </>
  )
}
