import type { CSSProperties } from 'react'

interface Props {
  /** What goes on, for those who do not see it. */
  label: string
  /** From 0 to 1; undefined while nobody knows. */
  progress: number | undefined
}

/** How far something is. Without a number it turns. */
export function ProgressRing({ label, progress }: Props) {
  const percent = progress === undefined ? undefined : Math.round(progress * 100)
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="progress-ring"
      data-turns={percent === undefined ? '' : undefined}
    >
      <svg viewBox="0 0 40 40" aria-hidden="true" style={{ '--filled': percent ?? 25 } as CSSProperties}>
        <circle cx="20" cy="20" r="17" />
        <circle className="filled" cx="20" cy="20" r="17" pathLength="100" />
      </svg>
    </span>
  )
}
