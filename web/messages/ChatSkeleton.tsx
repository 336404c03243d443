import { t } from '../language/words.ts'

const bubbles = [
  { place: 'first', shape: 'h-10 w-3/5' },
  { place: 'second', shape: 'h-16 w-2/5 ms-auto' },
  { place: 'third', shape: 'h-10 w-1/2' },
  { place: 'fourth', shape: 'h-10 w-1/3 ms-auto' },
]

/** Messages that are on their way, for waits long enough to be noticed. */
export function ChatSkeleton() {
  return (
    <div role="status" className="chat-skeleton late">
      <span className="sr-only">{t('Loading messages')}</span>
      {bubbles.map(({ place, shape }) => (
        <div key={place} aria-hidden="true" className={`sk rounded-2xl! ${shape}`} />
      ))}
    </div>
  )
}
