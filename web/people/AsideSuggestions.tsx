import { Link } from '@tanstack/react-router'
import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'
import { SuggestedPeople } from './SuggestedPeople.tsx'
import { useSuggestions } from './use-suggestions.ts'

const SHOWN = 3

/** The first few; those whom one has just followed make room for others at the next visit. */
export function AsideSuggestions() {
  const { people, isError } = useSuggestions()
  if (people === undefined && !isError) return null
  if (people === undefined || people.length === 0)
    return (
      <p className="text-sm text-ink2">
        {rich('Nobody new right now. <link>Look around in Explore</link>', {
          link: (words) => (
            <Link to="/explore" className="link">
              {words}
            </Link>
          ),
        })}
      </p>
    )
  return <SuggestedPeople people={people.slice(0, SHOWN)} label={t('Who to follow')} />
}
