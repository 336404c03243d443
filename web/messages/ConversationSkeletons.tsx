import { t } from '../language/words.ts'

const places = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

/** Conversations that are on their way, for waits long enough to be noticed. */
export function ConversationSkeletons({ count = places.length }: { count?: number }) {
  return (
    <div role="status" className="late">
      <span className="sr-only">{t('Loading conversations')}</span>
      {places.slice(0, count).map((place) => (
        <div key={place} aria-hidden="true" className="conversation">
          <div className="sk size-12 rounded-full!" />
          <div className="space-y-2.5">
            <div className="sk h-3.5 w-2/5" />
            <div className="sk h-3.5 w-4/5" />
          </div>
        </div>
      ))}
    </div>
  )
}
