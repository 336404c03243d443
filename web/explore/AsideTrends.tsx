import { Link } from '@tanstack/react-router'
import { t } from '../language/words.ts'
import { TagRow } from './TagRow.tsx'
import { useTrends } from './use-trends.ts'

const SHOWN = 3

/** The first few. */
export function AsideTrends() {
  const { data, isError } = useTrends()
  if (data === undefined && !isError) return null
  const trends = data?.items ?? []
  if (trends.length === 0)
    return (
      <p className="text-sm text-ink2">
        {t('No tag has caught fire today. A few people with the same one make a trend.')}
      </p>
    )
  return (
    <>
      <ol>
        {trends.slice(0, SHOWN).map((tag) => (
          <TagRow key={tag.tag} tag={tag} />
        ))}
      </ol>
      {trends.length > SHOWN && (
        <Link to="/explore" search={{ tab: 'tags' }} className="link inline-block py-1 text-sm">
          {t('Show more')}
        </Link>
      )}
    </>
  )
}
