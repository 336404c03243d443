import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api } from '../api.ts'
import { t } from '../language/words.ts'
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
          label={t('Followers of {handle}', { handle: `@${handle}` })}
          empty={
            <Empty title={t('Nobody yet')}>
              {isMe
                ? t('Who follows you is listed here.')
                : t('Nobody follows {handle} so far.', { handle: `@${handle}` })}
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
          label={t('Whom {handle} follows', { handle: `@${handle}` })}
          empty={
            <Empty
              title={t('Nobody yet')}
              action={
                isMe && (
                  <Link to="/explore" className="btn">
                    {t('Find people in Explore')}
                  </Link>
                )
              }
            >
              {isMe
                ? t('Whom you follow is listed here.')
                : t('{handle} follows nobody so far.', { handle: `@${handle}` })}
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
          <TabLinks label={t('Followers and following')}>
            <Link to="/@{$handle}/followers" params={{ handle }} replace>
              {t('Followers')}
            </Link>
            <Link to="/@{$handle}/following" params={{ handle }} replace>
              {t('Following||list')}
            </Link>
          </TabLinks>
          {children({ handle, isMe: me?.id === person.id })}
        </>
      )}
    </PersonOr>
  )
}

const titleOf = (from: PageProps['from'], handle: string) =>
  from.endsWith('followers')
    ? t('Followers of {handle}', { handle: `@${handle}` })
    : t('Whom {handle} follows', { handle: `@${handle}` })
