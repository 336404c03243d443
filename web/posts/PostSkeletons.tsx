import { t } from '../language/words.ts'

const places = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

/** Posts that are on their way, for waits long enough to be noticed. */
export function PostSkeletons({ count = places.length }: { count?: number }) {
  return (
    <div role="status" className="late">
      <span className="sr-only">{t('Loading posts')}</span>
      {places.slice(0, count).map((place) => (
        <div key={place} aria-hidden="true" className="post-skeleton">
          <div className="sk size-11 rounded-full!" />
          <div className="space-y-2.5 pt-1">
            <div className="sk h-3.5 w-2/5" />
            <div className="sk h-3.5 w-full" />
            <div className="sk h-3.5 w-4/5" />
            <div className="sk mt-4 h-3 w-3/5" />
          </div>
        </div>
      ))}
    </div>
  )
}
