import { timeLeft } from '../clock/time-left.ts'
import { useTimeLeft } from '../clock/use-now.ts'
import { t } from '../language/words.ts'

/** How long an account can still be kept, counted down. */
export function TimeToReturn({ deletesAt }: { deletesAt: number }) {
  const left = useTimeLeft(deletesAt)
  return (
    <p className="mt-4 rounded-2xl bg-sunken p-4 text-center">
      {left > 0 ? (
        <>
          <span className="block font-display text-3xl font-extrabold tabular-nums">
            {timeLeft(left, 'long')}
          </span>
          <span className="text-sm text-ink2">{t('to think better of it')}</span>
        </>
      ) : (
        <span>{t('The time is over, and the account is gone.')}</span>
      )}
    </p>
  )
}
