import type { CSSProperties } from 'react'
import { rich } from '../language/rich.tsx'

const SOON_FULL = 20

interface Props {
  id: string
  count: number
  /** How many there may be. */
  most: number
}

/** How many characters are left, as a ring and as a number. */
export function CharacterRing({ id, count, most }: Props) {
  const left = most - count
  const level = left < 0 ? 'over' : left <= SOON_FULL ? 'soon' : 'fine'
  const filled = Math.min(1, count / most)
  return (
    <span id={id} className="character-ring" data-level={level}>
      <svg viewBox="0 0 24 24" aria-hidden="true" style={{ '--filled': filled } as CSSProperties}>
        <circle cx="12" cy="12" r="10" />
        <circle className="filled" cx="12" cy="12" r="10" pathLength="100" />
      </svg>
      {rich(
        '{left, plural, one {#<hidden> character left</hidden>} other {#<hidden> characters left</hidden>}}',
        { left, hidden: (words) => <span className="sr-only">{words}</span> },
      )}
    </span>
  )
}
