import { useParams } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { t } from '../language/words.ts'
import { Feed, OrderedFeed } from '../posts/Feed.tsx'
import { likesFeed, profileFeed, profileMedia, profileReplies } from '../posts/feed-sources.ts'
import { useSession } from '../session/use-session.ts'
import { Empty } from '../ui/Empty.tsx'

/** Whose profile this is. */
function useOwner() {
  const { me } = useSession()
  const handle = useParams({ from: '/shell/@{$handle}' }).handle.toLowerCase()
  return { handle, me, isMe: me?.handle === handle }
}

const endOf = (handle: string, isMe: boolean) =>
  isMe
    ? t('That is all of yours that still burns.')
    : t('That is all of {handle} that still burns.', { handle: `@${handle}` })

export function ProfilePosts() {
  const { handle, isMe } = useOwner()
  const source = useMemo(() => profileFeed(handle), [handle])
  return (
    <Feed
      source={source}
      label={t('Posts by {handle}', { handle: `@${handle}` })}
      empty={
        <Nothing>
          {isMe
            ? t('What you write shows here for as long as it lives.')
            : t('{handle} has let everything go.', { handle: `@${handle}` })}
        </Nothing>
      }
      end={endOf(handle, isMe)}
    />
  )
}

export function ProfileReplies() {
  const { handle, isMe } = useOwner()
  const source = useMemo(() => profileReplies(handle), [handle])
  return (
    <OrderedFeed
      source={source}
      label={t('Replies by {handle}', { handle: `@${handle}` })}
      empty={
        <Nothing>
          {isMe
            ? t('Replies of yours show here while they live.')
            : t('Replies of {handle} show here while they live.', { handle: `@${handle}` })}
        </Nothing>
      }
      end={endOf(handle, isMe)}
    />
  )
}

export function ProfileMedia() {
  const { handle, isMe } = useOwner()
  const source = useMemo(() => profileMedia(handle), [handle])
  return (
    <OrderedFeed
      source={source}
      label={t('Photos by {handle}', { handle: `@${handle}` })}
      empty={
        <Nothing>
          {isMe
            ? t('Posts of yours with photos show here while they live.')
            : t('Posts of {handle} with photos show here while they live.', { handle: `@${handle}` })}
        </Nothing>
      }
      end={endOf(handle, isMe)}
    />
  )
}

export function ProfileLikes() {
  const { handle, me, isMe } = useOwner()
  if (!isMe || me === undefined)
    return (
      <Empty title={t('Not for others')}>
        {t('Only {who} sees what {handle} likes.', { who: `@${handle}`, handle: `@${handle}` })}
      </Empty>
    )
  return (
    <OrderedFeed
      source={likesFeed(me.id)}
      label={t('Posts that you like')}
      empty={
        <Nothing>
          {t('What you like shows here for as long as it lives. Nobody else sees this list.')}
        </Nothing>
      }
      end={t('That is all that you like and that still burns.')}
    />
  )
}

const Nothing = ({ children }: { children: ReactNode }) => (
  <Empty title={t('Nothing burns here now')}>{children}</Empty>
)
