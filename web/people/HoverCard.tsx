import type { Person } from '@mayfly/contract/people'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { direction } from '../language/language.ts'
import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { LinkedText } from '../ui/LinkedText.tsx'
import { useRead } from '../use-api.ts'
import { FollowButton } from './FollowButton.tsx'
import { FollowsYou } from './PersonRow.tsx'

interface Props {
  anchor: HTMLElement
  handle: string
}

const GAP = 6
const WIDTH = 300
const MARGIN = 12

/** A person in a few lines, beside their name. Tab leads from the name into it, and from it on behind the name. */
export function HoverCard({ anchor, handle }: Props) {
  const { data: person, isError } = useRead('showPerson', { handle })
  const card = useRef<HTMLDivElement>(null)
  const [style] = useState(() => placeBeside(anchor))

  useEffect(() => {
    const enter = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Tab' || event.shiftKey || document.activeElement !== anchor) return
      const [first] = stopsIn(card.current)
      if (first === undefined) return
      event.preventDefault()
      first.focus()
    }
    anchor.addEventListener('keydown', enter)
    return () => anchor.removeEventListener('keydown', enter)
  }, [anchor])

  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Tab' && event.key !== 'Escape') return
    const stops = stopsIn(card.current)
    const end = event.shiftKey ? stops[0] : stops.at(-1)
    if (event.key === 'Tab' && document.activeElement !== end) return
    // Forward, the browser goes on from the name itself.
    if (event.key === 'Escape' || event.shiftKey) event.preventDefault()
    anchor.focus()
  }

  if (isError) return null
  return (
    <div
      ref={card}
      role="dialog"
      aria-label={t('About {handle}', { handle: `@${handle}` })}
      tabIndex={-1}
      className="hover-card card"
      style={style}
      onKeyDown={leave}
    >
      {person ? <About person={person} /> : <Pending />}
    </div>
  )
}

function About({ person }: { person: Person }) {
  const { handle, displayName, bio, followsYou, followerCount, followingCount } = person
  const params = { handle }
  return (
    <>
      <div className="flex items-start justify-between gap-3">
        <Avatar person={person} size={56} />
        <FollowButton person={person} />
      </div>
      <Link to="/@{$handle}" params={params} className="person-name mt-2 text-lg" dir="auto">
        {displayName}
      </Link>
      <p className="flex flex-wrap gap-x-2 text-sm text-ink2">
        <bdi>@{handle}</bdi> {followsYou && <FollowsYou />}
      </p>
      {bio !== '' && <LinkedText text={bio} className="mt-2 line-clamp-4 text-sm" />}
      <p className="profile-facts mt-2">
        <Link to="/@{$handle}/followers" params={params}>
          {rich('{n, plural, one {<b>{count}</b> follower} other {<b>{count}</b> followers}}', {
            n: followerCount,
            count: followerCount,
            b: tally,
          })}
        </Link>
        <Link to="/@{$handle}/following" params={params}>
          {rich('<b>{count}</b> following', { count: followingCount, b: tally })}
        </Link>
      </p>
    </>
  )
}

const tally = (count: ReactNode) => <b className="tally">{count}</b>

const Pending = () => (
  <div role="status" className="grid gap-3">
    <span className="sr-only">{t('Loading')}</span>
    <div className="sk size-14 rounded-full!" />
    <div className="sk h-4 w-2/5" />
    <div className="sk h-3.5 w-4/5" />
  </div>
)

const stopsIn = (card: HTMLElement | null) => [
  ...(card?.querySelectorAll<HTMLElement>('a[href], button:not(:disabled)') ?? []),
]

/** Below, or above in the lower half of the window; never out of it sideways. */
function placeBeside(anchor: HTMLElement) {
  const { top, bottom, left, right } = anchor.getBoundingClientRect()
  const isLow = top > innerHeight / 2
  const beginning = direction === 'ltr' ? left : right - WIDTH
  return {
    left: Math.max(MARGIN, Math.min(beginning, innerWidth - WIDTH - MARGIN)),
    width: WIDTH,
    ...(isLow ? { bottom: innerHeight - top + GAP } : { top: bottom + GAP }),
  }
}
