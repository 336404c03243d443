import { t } from '../language/words.ts'

const places = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh']

/** Notifications that are on their way, for waits long enough to be noticed. */
export function NotificationSkeletons({ count = places.length }: { count?: number }) {
  return (
    <div role="status" className="late">
      <span className="sr-only">{t('Loading notifications')}</span>
      {places.slice(0, count).map((place) => (
        <div key={place} aria-hidden="true" className="notification">
          <div className="sk size-10 rounded-full!" />
          <div className="space-y-2.5">
            <div className="sk size-8 rounded-full!" />
            <div className="sk h-3.5 w-3/5" />
            <div className="sk h-3.5 w-4/5" />
          </div>
        </div>
      ))}
    </div>
  )
}
