import { Link } from '@tanstack/react-router'
import { t } from '../language/words.ts'
import { useTrends } from './use-trends.ts'

/** The trends in one line, where there is no room for them beside the page. The line is there from the beginning. */
export function TrendStrip() {
  const { data, isError } = useTrends()
  const isQuiet = isError || data?.items.length === 0
  return (
    <section aria-label={t('Burning now')} className="trend-strip">
      {isQuiet && <p className="self-center text-sm text-ink2">{t('No tag has caught fire today.')}</p>}
      {data?.items.map(({ tag }) => (
        <Link key={tag} to="/tag/$tag" params={{ tag }} className="chip" dir="auto">
          #{tag}
        </Link>
      ))}
    </section>
  )
}
