import { Link } from '@tanstack/react-router'
import { fullMoment } from '../clock/moment.ts'
import { timeLeft } from '../clock/time-left.ts'
import { LifeRing } from '../ui/LifeRing.tsx'

interface Props {
  to: string
  /** In ms since 1970. */
  end: number
  /** Milliseconds. */
  left: number
}

/** How long there is something to see, as a link to it. */
export const EndChip = ({ to, end, left }: Props) => (
  <Link to={to} className="life" title={`Fades ${fullMoment(end)}`}>
    <LifeRing />
    {left > 0 ? (
      <>
        <span aria-hidden="true">{timeLeft(left, 'short')}</span>
        <span className="sr-only">Fades in {timeLeft(left, 'long')}</span>
      </>
    ) : (
      <span>fading now</span>
    )}
  </Link>
)
