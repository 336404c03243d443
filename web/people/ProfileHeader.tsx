import type { Person } from '@mayfly/contract/people'
import { Link } from '@tanstack/react-router'
import { CalendarDays, Mail, VolumeX } from 'lucide-react'
import type { ReactNode } from 'react'
import { monthOf } from '../clock/moment.ts'
import { locale } from '../language/language.ts'
import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'
import { PictureEditor } from '../pictures/PictureEditor.tsx'
import { ProfileBanner } from '../pictures/ProfileBanner.tsx'
import { mute } from '../ties/mute.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { LinkedText } from '../ui/LinkedText.tsx'
import { FollowButton } from './FollowButton.tsx'
import { FollowsYou } from './PersonRow.tsx'
import { ProfileMenu } from './ProfileMenu.tsx'

const count = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })

/** Who this is. */
export function ProfileHeader({ person, isMe }: { person: Person; isMe: boolean }) {
  const params = { handle: person.handle }
  return (
    <section className="border-b border-line pb-4">
      <ProfileBanner person={person} isMe={isMe} />
      <div className="profile-top">
        <span className="profile-face">
          <Avatar person={person} size={96} />
          {isMe && <PictureEditor kind="avatar" person={person} />}
        </span>
        {isMe ? (
          <ToEdit />
        ) : (
          <span className="flex flex-wrap justify-end gap-2">
            <ProfileMenu person={person} />
            <ToMessages handle={person.handle} />
            <FollowButton person={person} />
          </span>
        )}
      </div>
      <div className="grid grid-cols-1 gap-2 px-4 pt-2">
        <div>
          <p dir="auto" className="w-fit font-display text-2xl font-extrabold wrap-anywhere">
            {person.displayName}
          </p>
          <p className="flex flex-wrap items-center gap-2 text-ink2">
            <bdi>@{person.handle}</bdi>
            {person.followsYou && <FollowsYou />}
          </p>
        </div>
        {person.bio !== '' && <LinkedText text={person.bio} />}
        <p className="profile-facts">
          <span>
            {rich('{n, plural, other {<b>{count}</b> burning now}}', {
              n: person.postCount,
              count: count.format(person.postCount),
              b: (shown) => <b>{shown}</b>,
            })}
          </span>
          <Link to="/@{$handle}/followers" params={params}>
            {rich('{n, plural, one {<b>{count}</b> follower} other {<b>{count}</b> followers}}', {
              n: person.followerCount,
              count: count.format(person.followerCount),
              b: tally,
            })}
          </Link>
          <Link to="/@{$handle}/following" params={params}>
            {rich('<b>{count}</b> following', { count: count.format(person.followingCount), b: tally })}
          </Link>
          <span className="inline-flex items-center gap-1.5">
            <CalendarDays size={16} aria-hidden="true" />
            {t('Here since {month}', { month: monthOf(Date.parse(person.createdAt)) })}
          </span>
        </p>
        {person.isMuted && <MutedNote handle={person.handle} />}
      </div>
    </section>
  )
}

const tally = (count: ReactNode) => <b className="tally">{count}</b>

const MutedNote = ({ handle }: { handle: string }) => (
  <p className="muted-note">
    <VolumeX size={16} aria-hidden="true" />
    {t('You have muted {handle}.', { handle: `@${handle}` })}
    <button type="button" className="link" onClick={() => mute(handle, false)}>
      {t('Unmute')}
    </button>
  </p>
)

const ToEdit = () => (
  <Link to="/settings/$page" params={{ page: 'profile' }} className="btn ghost sm">
    {t('Edit profile')}
  </Link>
)

const ToMessages = ({ handle }: { handle: string }) => (
  <Link to="/messages/@{$handle}" params={{ handle }} className="btn ghost sm">
    <Mail size={16} aria-hidden="true" />
    <span className="max-[30rem]:sr-only">{t('Message')}</span>
  </Link>
)
