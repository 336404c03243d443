import { Refusal } from '@mayfly/contract/refusal'
import { Link, Outlet, useParams } from '@tanstack/react-router'
import { PostSkeletons } from '../posts/PostSkeletons.tsx'
import { useSession } from '../session/use-session.ts'
import { Empty } from '../ui/Empty.tsx'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { useRead } from '../use-api.ts'
import { ProfileHeader } from './ProfileHeader.tsx'
import { ProfileTabs } from './ProfileTabs.tsx'

/** A person, and below it what they say right now. */
export function ProfilePage() {
  const params = useParams({ from: '/shell/@{$handle}' })
  const handle = params.handle.toLowerCase()
  return <Profile key={handle} handle={handle} />
}

function Profile({ handle }: { handle: string }) {
  const { me } = useSession()
  const { data: person, error, refetch } = useRead('showPerson', { handle })
  const isMe = me?.handle === handle

  if (error instanceof Refusal && error.code === 'not-found') return <Nobody handle={handle} />
  if (person === undefined)
    return (
      <>
        <TopBar title={`@${handle}`} hasBack />
        {error ? <ErrorCard error={error} retry={() => void refetch()} /> : <PostSkeletons count={3} />}
      </>
    )
  return (
    <>
      <TopBar title={person.displayName} tabTitle={`${person.displayName} (@${handle})`} hasBack />
      <ProfileHeader person={person} isMe={isMe} />
      <ProfileTabs handle={handle} isMe={isMe} />
      <Outlet />
    </>
  )
}

function Nobody({ handle }: { handle: string }) {
  return (
    <>
      <TopBar title="Nobody here" hasBack />
      <Empty
        title={`There is no @${handle}`}
        action={
          <Link to="/explore" className="btn ghost">
            Explore
          </Link>
        }
      >
        Perhaps the name is spelled differently, or its owner has left.
      </Empty>
    </>
  )
}
