import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api } from '../api.ts'
import { useSession } from '../session/use-session.ts'
import { Empty } from '../ui/Empty.tsx'
import { TabLinks } from '../ui/TabLinks.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { PeopleList } from './PeopleList.tsx'
import { PersonOr } from './PersonOr.tsx'

/** Who follows a person. */
export function FollowersPage() {
  return (
    <FollowPage from="/shell/@{$handle}/followers">
      {({ handle, isMe }) => (
        <PeopleList
          name="listFollowers"
          handle={handle}
          read={api.listFollowers}
          label={`Followers of @${handle}`}
          empty={
            <Empty title="Nobody yet">
              {isMe ? 'Who follows you is listed here.' : `Nobody follows @${handle} so far.`}
            </Empty>
          }
        />
      )}
    </FollowPage>
  )
}

/** Whom a person follows. */
export function FollowingPage() {
  return (
    <FollowPage from="/shell/@{$handle}/following">
      {({ handle, isMe }) => (
        <PeopleList
          name="listFollowing"
          handle={handle}
          read={api.listFollowing}
          label={`Whom @${handle} follows`}
          empty={
            <Empty
              title="Nobody yet"
              action={
                isMe && (
                  <Link to="/explore" className="btn">
                    Find people in Explore
                  </Link>
                )
              }
            >
              {isMe ? 'Whom you follow is listed here.' : `@${handle} follows nobody so far.`}
            </Empty>
          }
        />
      )}
    </FollowPage>
  )
}

interface PageProps {
  from: '/shell/@{$handle}/followers' | '/shell/@{$handle}/following'
  children: (whose: { handle: string; isMe: boolean }) => ReactNode
}

function FollowPage({ from, children }: PageProps) {
  const { me } = useSession()
  const params = useParams({ from })
  const handle = params.handle.toLowerCase()
  return (
    <PersonOr key={handle} handle={handle}>
      {(person) => (
        <>
          <TopBar title={person.displayName} tabTitle={titleOf(from, handle)} hasBack />
          <TabLinks label="Followers and following">
            <Link to="/@{$handle}/followers" params={{ handle }} replace>
              Followers
            </Link>
            <Link to="/@{$handle}/following" params={{ handle }} replace>
              Following
            </Link>
          </TabLinks>
          {children({ handle, isMe: me?.id === person.id })}
        </>
      )}
    </PersonOr>
  )
}

const titleOf = (from: PageProps['from'], handle: string) =>
  from.endsWith('followers') ? `Followers of @${handle}` : `Whom @${handle} follows`
