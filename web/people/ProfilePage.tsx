import { Outlet, useParams } from '@tanstack/react-router'
import { t } from '../language/words.ts'
import { PostSkeletons } from '../posts/PostSkeletons.tsx'
import { useSession } from '../session/use-session.ts'
import { TopBar } from '../ui/TopBar.tsx'
import { PersonOr } from './PersonOr.tsx'
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
  const isMe = me?.handle === handle
  return (
    <PersonOr handle={handle} pending={<PostSkeletons count={3} />}>
      {(person) => (
        <>
          <TopBar
            title={person.displayName}
            tabTitle={t('{name} ({handle})', { name: person.displayName, handle: `@${handle}` })}
            hasBack
          />
          <ProfileHeader person={person} isMe={isMe} />
          <ProfileTabs handle={handle} isMe={isMe} />
          <Outlet />
        </>
      )}
    </PersonOr>
  )
}
