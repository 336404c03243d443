import { useParams } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
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
  `That is all of ${isMe ? 'yours' : `@${handle}`} that still burns.`

export function ProfilePosts() {
  const { handle, isMe } = useOwner()
  const source = useMemo(() => profileFeed(handle), [handle])
  return (
    <Feed
      source={source}
      label={`Posts by @${handle}`}
      empty={
        <Nothing>
          {isMe ? 'What you write shows here for as long as it lives.' : `@${handle} has let everything go.`}
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
      label={`Replies by @${handle}`}
      empty={<Nothing>Replies of {isMe ? 'yours' : `@${handle}`} show here while they live.</Nothing>}
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
      label={`Photos by @${handle}`}
      empty={
        <Nothing>Posts of {isMe ? 'yours' : `@${handle}`} with photos show here while they live.</Nothing>
      }
      end={endOf(handle, isMe)}
    />
  )
}

export function ProfileLikes() {
  const { handle, me, isMe } = useOwner()
  if (!isMe || me === undefined)
    return (
      <Empty title="Not for others">
        Only @{handle} sees what @{handle} likes.
      </Empty>
    )
  return (
    <OrderedFeed
      source={likesFeed(me.id)}
      label="Posts that you like"
      empty={<Nothing>What you like shows here for as long as it lives. Nobody else sees this list.</Nothing>}
      end="That is all that you like and that still burns."
    />
  )
}

const Nothing = ({ children }: { children: ReactNode }) => (
  <Empty title="Nothing burns here now">{children}</Empty>
)
