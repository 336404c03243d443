import { rich } from '../language/rich.tsx'
import { shortCount } from '../unread.ts'

/** How many are new, beside what they are; nothing for none. */
export function CountBadge({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <span className="count-badge">
      {rich('<hidden>, </hidden>{count}<hidden> unread</hidden>', {
        count: shortCount(count),
        hidden: (words) => <span className="sr-only">{words}</span>,
      })}
    </span>
  )
}
