import { shortCount } from '../unread.ts'

/** How many are new, beside what they are; nothing for none. */
export function CountBadge({ count, what = 'unread' }: { count: number; what?: string }) {
  if (count === 0) return null
  return (
    <span className="count-badge">
      <span className="sr-only">, </span>
      {shortCount(count)}
      <span className="sr-only"> {what}</span>
    </span>
  )
}
