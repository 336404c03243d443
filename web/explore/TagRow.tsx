import type { Tag } from '@mayfly/contract/search'
import { Link } from '@tanstack/react-router'

const numbers = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

/** A tag in a list: the way to its posts, and how many people write them. */
export function TagRow({ tag: { tag, people } }: { tag: Tag }) {
  return (
    <li>
      <Link to="/tag/$tag" params={{ tag }} className="tag-row">
        <span dir="auto" className="block truncate font-semibold">
          #{tag}
        </span>
        <span className="block text-sm text-ink2">
          {people === 1 ? '1 person' : `${numbers.format(people)} people`}
        </span>
      </Link>
    </li>
  )
}
