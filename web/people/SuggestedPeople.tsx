import type { Suggestion } from '@mayfly/contract/follows'
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
  if (commonCount === 0) return bio === '' ? 'Wrote something a short while ago' : undefined
  return commonCount === 1 ? 'Followed by somebody you follow' : `Followed by ${commonCount} whom you follow`
}
