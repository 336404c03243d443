import { type Lifetime, lifetimeNames, lifetimes } from '@mayfly/contract/lifetimes'
import { Hourglass } from 'lucide-react'
import { useId } from 'react'
import { shortMoment } from '../clock/moment.ts'
import { serverNow } from '../clock/server-clock.ts'
import { timeLeft } from '../clock/time-left.ts'
import { useTimeLeft } from '../clock/use-now.ts'
import { rich } from '../language/rich.tsx'

interface Props {
  chosen: Lifetime
  choose: (lifetime: Lifetime) => void
  /** When the answered post ends, in ms since 1970: a reply ends with it at the latest. */
  latestEnd?: number | undefined
}

export const wordsFor = (lifetime: Lifetime) => timeLeft(lifetimes[lifetime], 'long')

/** The chosen life as a part of the longest one, each choice a step. */
export const shareOf = (lifetime: Lifetime) => (lifetimeNames.indexOf(lifetime) + 1) / lifetimeNames.length

/** How long it shall live, and what that means. */
export function LifetimeChips({ chosen, choose, latestEnd = Number.POSITIVE_INFINITY }: Props) {
  const name = useId()
  useTimeLeft(latestEnd)
  const now = serverNow()
  const isCapped = (lifetime: Lifetime) => now + lifetimes[lifetime] > latestEnd
  return (
    <fieldset>
      <legend className="lifetime-sentence">
        <Hourglass size={16} aria-hidden="true" className="mt-[3px]" />
        <span>
          {isCapped(chosen)
            ? rich('Burns with the post that you answer, in <b>{time}</b> — gone {moment}', {
                time: timeLeft(latestEnd - now, 'long'),
                moment: shortMoment(latestEnd, now),
                b: (words) => <b>{words}</b>,
              })
            : rich('Burns for <b>{time}</b> — gone {moment}', {
                time: wordsFor(chosen),
                moment: shortMoment(now + lifetimes[chosen], now),
                b: (words) => <b>{words}</b>,
              })}
        </span>
      </legend>
      <div className="flex flex-wrap gap-2">
        {lifetimeNames.map((lifetime) => (
          <label key={lifetime} className="chip" data-capped={isCapped(lifetime) ? '' : undefined}>
            <input
              type="radio"
              name={name}
              value={lifetime}
              checked={chosen === lifetime}
              onChange={() => choose(lifetime)}
              className="sr-only"
            />
            {isCapped(lifetime)
              ? rich('{time}<hidden>, but no longer than the post that you answer</hidden>', {
                  time: wordsFor(lifetime),
                  hidden: (words) => <span className="sr-only">{words}</span>,
                })
              : wordsFor(lifetime)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
