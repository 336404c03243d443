import type { Tag } from '@mayfly/contract/search'
import { Link } from '@tanstack/react-router'
import { locale } from '../language/language.ts'
import { t } from '../language/words.ts'

const numbers = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })

/** From here on numbers are shortened, and what is counted has the form that it has after a thousand. */
const SHORTENED = 1_000

/** A tag in a list: the way to its posts, and how many people write them. */
export function TagRow({ tag: { tag, people } }: { tag: Tag }) {
  return (
    <li>
      <Link to="/tag/$tag" params={{ tag }} className="tag-row">
        <span dir="auto" className="block truncate font-semibold">
          #{tag}
        </span>
        <span className="block text-sm text-ink2">
          {t('{count, plural, one {{shown} person} other {{shown} people}}', {
            count: Math.min(people, SHORTENED),
            shown: numbers.format(people),
          })}
        </span>
      </Link>
    </li>
  )
}
