import { History } from 'lucide-react'
import { t } from '../language/words.ts'
import { forgetSearches } from './recent-searches.ts'

interface Props {
  searches: readonly string[]
  search: (query: string) => void
}

/** What was searched for a short while ago, below the empty field. */
export function RecentSearches({ searches, search }: Props) {
  return (
    <section aria-label={t('Recent searches')} className="search-box-recent">
      <ul>
        {searches.map((query) => (
          <li key={query}>
            <button type="button" className="menu-item w-full" onClick={() => search(query)}>
              <History size={18} aria-hidden="true" className="flex-none text-ink2" />
              <span dir="auto" className="truncate">
                {query}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className="flex items-center justify-between gap-2 px-3 text-sm text-ink2">
        {t('Kept on this page alone.')}
        <button type="button" className="link min-h-9" onClick={forgetSearches}>
          {t('Forget them')}
        </button>
      </p>
    </section>
  )
}
