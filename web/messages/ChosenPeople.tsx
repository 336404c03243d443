import type { Author } from '@mayfly/contract/people'
import { X } from 'lucide-react'
import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'
import { Avatar } from '../ui/Avatar.tsx'

interface Props {
  chosen: readonly Author[]
  remove: (person: Author) => void
}

/** Who will be in it. A press takes somebody out again. */
export function ChosenPeople({ chosen, remove }: Props) {
  if (chosen.length === 0) return null
  return (
    <ul aria-label={t('Chosen||people')} className="flex flex-wrap gap-2">
      {chosen.map((person) => (
        <li key={person.id}>
          <button type="button" className="chip gap-2 ps-1!" onClick={() => remove(person)}>
            <Avatar person={person} size={28} />
            {rich('<hidden>Take out </hidden>{name}', {
              hidden: (words) => <span className="sr-only">{words}</span>,
              name: <bdi className="max-w-40 truncate">{person.displayName}</bdi>,
            })}
            <X size={16} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}
