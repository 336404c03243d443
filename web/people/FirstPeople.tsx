import { t } from '../language/words.ts'
import { SuggestedPeople } from './SuggestedPeople.tsx'
import { useSuggestions } from './use-suggestions.ts'

const SHOWN = 8

/** For somebody whose home feed is empty: whom they may want to follow. */
export function FirstPeople() {
  const { people = [] } = useSuggestions()
  if (people.length === 0) return null
  return (
    <section aria-labelledby="first-people" className="border-t border-line pt-4">
      <h2 id="first-people" className="px-4 pb-2 text-xl font-bold">
        {t('People who are here')}
      </h2>
      <SuggestedPeople people={people.slice(0, SHOWN)} label={t('People who are here')} />
    </section>
  )
}
