import type { Person } from '@mayfly/contract/people'
import { Link } from '@tanstack/react-router'
import { CalendarDays } from 'lucide-react'
import { monthOf } from '../clock/moment.ts'
import { PostBody } from '../posts/PostBody.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { avatarHue } from '../ui/avatar-hue.ts'
import { FollowButton } from './FollowButton.tsx'

const count = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

/** Who this is. */
export function ProfileHeader({ person, isMe }: { person: Person; isMe: boolean }) {
  return (
    <section className="border-b border-line pb-4">
      <div className="profile-banner" style={{ background: duskOf(avatarHue(person.id)) }} />
      <div className="profile-top">
        <span className="profile-face">
          <Avatar person={person} size={96} />
        </span>
        {isMe ? <ToSettings /> : <FollowButton person={person} />}
      </div>
      <div className="grid grid-cols-1 gap-2 px-4 pt-2">
        <div>
          <p dir="auto" className="font-display text-2xl font-extrabold wrap-anywhere">
            {person.displayName}
          </p>
          <p className="text-ink2">@{person.handle}</p>
        </div>
        {person.bio !== '' && <PostBody text={person.bio} />}
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

/** An evening sky in the colour of the face. */
const duskOf = (hue: number) =>
  `radial-gradient(120% 160% at 85% 110%, oklch(0.72 0.16 50 / 0.75), transparent 55%),
   linear-gradient(160deg, oklch(0.42 0.11 ${hue}), oklch(0.3 0.1 ${hue + 60}))`
