import { clockTime } from '../clock/moment.ts'
import { t } from '../language/words.ts'
import { LinkedText } from '../ui/LinkedText.tsx'
import type { Queue } from './queues.ts'
import type { Unsent } from './unsent.ts'

/** What one has said and the server has not heard yet. */
export function UnsentBubble({ unsent, queue }: { unsent: Unsent; queue: Queue }) {
  const { body, writtenAt } = unsent
  return (
    <div className="bubble-line">
      <div className="bubble" data-unsent={queue.problem === undefined ? 'sending' : 'failed'}>
        <span className="sr-only">{t('{name}:', { name: t('You') })} </span>
        <LinkedText text={body} className="bubble-text" />
        <p className="bubble-times">
          <time dateTime={new Date(writtenAt).toISOString()}>{clockTime(writtenAt)}</time>
        </p>
      </div>
    </div>
  )
}
