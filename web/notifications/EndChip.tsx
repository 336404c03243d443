import { Link } from '@tanstack/react-router'
import { fullMoment } from '../clock/moment.ts'
import { timeLeft } from '../clock/time-left.ts'
import { t } from '../language/words.ts'
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
  <Link to={to} className="life" title={t('Fades {when}', { when: fullMoment(end) })}>
    <LifeRing />
    {left > 0 ? (
      <>
        <span aria-hidden="true">{timeLeft(left, 'short')}</span>
        <span className="sr-only">{t('Fades in {time}', { time: timeLeft(left, 'long') })}</span>
      </>
    ) : (
      <span>{t('fading now')}</span>
    )}
  </Link>
)
