import type { ReactNode } from 'react'
import { compactCount } from './compact-count.ts'

interface Props {
  /** What it does, read aloud with the count: "Like, 3 likes". */
  label: string
  count?: number
  /** Whether it is done; undefined for what is not a state. */
  isPressed?: boolean
  keys: string
  className?: string
  act: () => void
  /** The icon. */
  children: ReactNode
}

/** One of the things that can be done with a post. */
export function ActButton({ label, count = 0, isPressed, keys, className = '', act, children }: Props) {
  return (
    <button
      type="button"
      className={`act ${className}`}
      aria-label={label}
      aria-pressed={isPressed}
      aria-keyshortcuts={keys}
      onClick={act}
    >
      {children}
      {compactCount(count)}
    </button>
  )
}
