import type { Person } from '@mayfly/contract/people'
import { Link } from '@tanstack/react-router'
import { CalendarDays, Mail } from 'lucide-react'
import { monthOf } from '../clock/moment.ts'
import { PictureEditor } from '../pictures/PictureEditor.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { LinkedText } from '../ui/LinkedText.tsx'
import { FollowButton } from './FollowButton.tsx'
import { ProfileBanner } from './ProfileBanner.tsx'

const count = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

/** Who this is. */
export function ProfileHeader({ person, isMe }: { person: Person; isMe: boolean }) {
  return (
    <section className="border-b border-line pb-4">
      <ProfileBanner person={person} isMe={isMe} />
      <div className="profile-top">
        <span className="profile-face">
          <Avatar person={person} size={96} />
          {isMe && <PictureEditor kind="avatar" person={person} />}
        </span>
        {isMe ? (
          <ToSettings />
        ) : (
          <span className="flex gap-2">
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
          <p className="text-ink2">@{person.handle}</p>
        </div>
        {person.bio !== '' && <LinkedText text={person.bio} />}
        <p className="profile-facts">
          <span>
            <b>{count.format(person.postCount)}</b> burning now
          </span>
          <span>
            <b>{count.format(person.followerCount)}</b>{' '}
            {person.followerCount === 1 ? 'follower' : 'followers'}
          </span>
          <span>
            <b>{count.format(person.followingCount)}</b> following
          </span>
          <span className="inline-flex items-center gap-1.5">
            <CalendarDays size={16} aria-hidden="true" /> Here since {monthOf(Date.parse(person.createdAt))}
          </span>
        </p>
      </div>
    </section>
  )
}

const ToSettings = () => (
  <Link to="/settings" className="btn ghost sm">
    Settings
  </Link>
)

const ToMessages = ({ handle }: { handle: string }) => (
  <Link to="/messages/@{$handle}" params={{ handle }} className="btn ghost sm">
    <Mail size={16} aria-hidden="true" />
    <span className="max-[25rem]:sr-only">Message</span>
  </Link>
)
