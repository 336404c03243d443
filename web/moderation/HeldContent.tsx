import type { CaseFile } from '@mayfly/contract/moderation'
import { EyeOff } from 'lucide-react'
import { fullMoment } from '../clock/moment.ts'
import { timeLeft } from '../clock/time-left.ts'
import { useTimeLeft } from '../clock/use-now.ts'
import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'
import { LinkedText } from '../ui/LinkedText.tsx'
import { HeldPhotos } from './HeldPhotos.tsx'

/** The post or the message that was reported, how long it would have lived, and how long it is held. */
export function HeldContent({ file }: { file: CaseFile }) {
  const { kind, content, photos, keptUntil, suspension } = file
  if (content === null)
    return (
      <p className="held-none">
        {kind === 'person'
          ? t('The report is about the person and their profile.')
          : t('What was reported is not kept any more.')}
      </p>
    )
  return (
    <section aria-label={t('What was reported')} className="held">
      {content.contentWarning && (
        <p className="held-warning">
          <EyeOff size={16} aria-hidden="true" />
          <span className="sr-only">{t('Content warning:')} </span>
          <span dir="auto">{content.contentWarning}</span>
        </p>
      )}
      {content.body !== '' && <LinkedText text={content.body} className="held-text" />}
      <HeldPhotos photos={photos} />
      <p className="held-times">
        <Fading expiresAt={content.expiresAt} isLive={content.isLive && suspension === null} />
        <span>
          {rich('Held for moderators until {moment}', {
            moment: <time dateTime={keptUntil}>{fullMoment(Date.parse(keptUntil))}</time>,
          })}
        </span>
      </p>
    </section>
  )
}

function Fading({ expiresAt, isLive }: { expiresAt: string; isLive: boolean }) {
  const left = useTimeLeft(Date.parse(expiresAt))
  if (left <= 0)
    return (
      <span>
        {t('Would be gone by itself since {moment}', { moment: fullMoment(Date.parse(expiresAt)) })}
      </span>
    )
  const time = timeLeft(left, 'long')
  return (
    <span>
      {isLive
        ? t('Others can see it. It fades in {time}', { time })
        : t('Nobody else sees it any more. It would have faded in {time}', { time })}
    </span>
  )
}
