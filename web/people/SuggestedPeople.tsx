import type { Suggestion } from '@mayfly/contract/follows'
import { t } from '../language/words.ts'
import { PersonRow } from './PersonRow.tsx'

/** People whom one may want to follow, each with the reason. */
export function SuggestedPeople({ people, label }: { people: readonly Suggestion[]; label: string }) {
  return (
    <ul aria-label={label}>
      {people.map((person) => (
        <PersonRow key={person.id} person={person} note={reasonFor(person)} />
      ))}
    </ul>
  )
}

function reasonFor({ commonCount, bio }: Suggestion): string | undefined {
  if (commonCount === 0) return bio === '' ? t('Wrote something a short while ago') : undefined
  return t('{n, plural, one {Followed by somebody you follow} other {Followed by # whom you follow}}', {
    n: commonCount,
  })
}
