import type { Export } from '@mayfly/contract/exports'
import { Download } from 'lucide-react'
import { fullMoment } from '../clock/moment.ts'
import { timeLeft } from '../clock/time-left.ts'
import { useTimeLeft } from '../clock/use-now.ts'
import { t } from '../language/words.ts'
import { sizeWords } from './size-words.ts'

interface Props {
  made: Export
  isAsking: boolean
  ask: () => void
}

/** What has become of the copy, in words, and what can be done now. */
export function ExportState({ made, isAsking, ask }: Props) {
  const { state, endsAt, url, bytes } = made
  return (
    <>
      <div role="status" className="grid gap-3">
        {state === 'waiting' && <Waiting />}
        {state === 'ready' && endsAt && url && <Ready endsAt={endsAt} url={url} bytes={bytes ?? 0} />}
        {state === 'over' && <p>{t('Your last copy is gone: its time was over.')}</p>}
        {state === 'failed' && <p>{t('Your copy could not be made. We are sorry; please ask again.')}</p>}
      </div>
      {state !== 'waiting' && <Ask nextAt={made.nextAt} isAsking={isAsking} ask={ask} />}
    </>
  )
}

function Waiting() {
  return (
    <>
      <p>
        {t('We are putting it together. That takes a minute or two, and goes on when you leave this page.')}
      </p>
      <div role="progressbar" className="export-progress" aria-label={t('Your copy is being made')} />
    </>
  )
}

function Ready({ endsAt, url, bytes }: { endsAt: string; url: string; bytes: number }) {
  const end = Date.parse(endsAt)
  const left = useTimeLeft(end)
  if (left <= 0) return <p>{t('Your last copy is gone: its time was over.')}</p>
  return (
    <>
      <p>
        <a href={url} className="btn" download>
          <Download size={20} aria-hidden="true" />
          {t('Download ({size})', { size: sizeWords(bytes) })}
        </a>
      </p>
      <p className="text-sm text-ink2">
        {t('It is here for {time}, until {moment}.', {
          time: timeLeft(left, 'long'),
          moment: fullMoment(end),
        })}
      </p>
    </>
  )
}

function Ask({ nextAt, isAsking, ask }: { nextAt: string | null; isAsking: boolean; ask: () => void }) {
  const left = useTimeLeft(nextAt === null ? 0 : Date.parse(nextAt))
  if (nextAt !== null && left > 0)
    return (
      <p className="text-sm text-ink2">
        {t('You can ask for another one on {moment}.', { moment: fullMoment(Date.parse(nextAt)) })}
      </p>
    )
  return (
    <p>
      <button type="button" className="btn ghost" aria-disabled={isAsking} onClick={() => !isAsking && ask()}>
        {isAsking ? t('One moment…') : t('Ask for a copy')}
      </button>
    </p>
  )
}
