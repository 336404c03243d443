import type { Person } from '@mayfly/contract/people'
import { Link } from '@tanstack/react-router'
import { CalendarDays, Mail, VolumeX } from 'lucide-react'
import { monthOf } from '../clock/moment.ts'
import { PictureEditor } from '../pictures/PictureEditor.tsx'
import { ProfileBanner } from '../pictures/ProfileBanner.tsx'
import { mute } from '../ties/mute.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { LinkedText } from '../ui/LinkedText.tsx'
import { FollowButton } from './FollowButton.tsx'
import { FollowsYou } from './PersonRow.tsx'
import { ProfileMenu } from './ProfileMenu.tsx'

const count = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

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
          <p dir="auto" className="font-display text-2xl font-extrabold wrap-anywhere">
            {person.displayName}
          </p>
          <p className="flex flex-wrap items-center gap-2 text-ink2">
            @{person.handle}
            {person.followsYou && <FollowsYou />}
          </p>
        </div>
        {person.bio !== '' && <LinkedText text={person.bio} />}
        <p className="profile-facts">
          <span>
            <b>{count.format(person.postCount)}</b> burning now
          </span>
          <Link to="/@{$handle}/followers" params={params}>
            <b className="tally">{count.format(person.followerCount)}</b>{' '}
            {person.followerCount === 1 ? 'follower' : 'followers'}
          </Link>
          <Link to="/@{$handle}/following" params={params}>
            <b className="tally">{count.format(person.followingCount)}</b> following
          </Link>
          <span className="inline-flex items-center gap-1.5">
            <CalendarDays size={16} aria-hidden="true" /> Here since {monthOf(Date.parse(person.createdAt))}
          </span>
        </p>
        {person.isMuted && <MutedNote handle={person.handle} />}
      </div>
    </section>
  )
}

const MutedNote = ({ handle }: { handle: string }) => (
  <p className="muted-note">
    <VolumeX size={16} aria-hidden="true" />
    You have muted @{handle}.
    <button type="button" className="link" onClick={() => mute(handle, false)}>
      Unmute
    </button>
  </p>
)

const ToEdit = () => (
  <Link to="/settings/$page" params={{ page: 'profile' }} className="btn ghost sm">
    Edit profile
  </Link>
)

const ToMessages = ({ handle }: { handle: string }) => (
  <Link to="/messages/@{$handle}" params={{ handle }} className="btn ghost sm">
    <Mail size={16} aria-hidden="true" />
    <span className="max-[30rem]:sr-only">Message</span>
  </Link>
)
