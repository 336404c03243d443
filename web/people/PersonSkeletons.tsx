import { t } from '../language/words.ts'

const places = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

/** People who are on their way, for waits long enough to be noticed. */
export function PersonSkeletons({ count = places.length }: { count?: number }) {
  return (
    <div role="status" className="late">
      <span className="sr-only">{t('Loading people')}</span>
      {places.slice(0, count).map((place) => (
        <div key={place} aria-hidden="true" className="person-row">
          <div className="sk size-11 rounded-full!" />
          <div className="space-y-2">
            <div className="sk h-3.5 w-2/5" />
            <div className="sk h-3 w-1/4" />
          </div>
          <div className="sk h-9 w-20 rounded-full!" />
        </div>
      ))}
    </div>
  )
}
