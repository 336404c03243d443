import type { Author } from '@mayfly/contract/people'
import { useEffect } from 'react'
import { t } from '../language/words.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { NameAndHandle } from '../ui/NameAndHandle.tsx'

interface Props {
  /** Of the search. */
  id: string
  query: string
  /** Undefined as long as nothing was found out. */
  people: readonly Author[] | undefined
  isSearching: boolean
  active: number
  add: (person: Author) => void
}

export const optionId = (id: string, person: Author) => `${id}-${person.id}`

/** Who was found. */
export function FoundPeople({ id, query, people, isSearching, active, add }: Props) {
  const activeId = people?.[active] && optionId(id, people[active])
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])
  return (
    <>
      <p role="status" className="text-ink2 empty:hidden">
        {wordsFor({ query, people, isSearching })}
      </p>
      <div id={`${id}-found`} role="listbox" aria-label={t('People')} className="-mx-3">
        {people?.map((person, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the search field's, which keeps the focus.
          <div
            key={person.id}
            id={optionId(id, person)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className="person"
            onClick={() => add(person)}
          >
            <Avatar person={person} size={40} />
            <span className="min-w-0">
              <NameAndHandle person={person} />
            </span>
          </div>
        ))}
      </div>
    </>
  )
}

function wordsFor({ query, people, isSearching }: Pick<Props, 'query' | 'people' | 'isSearching'>): string {
  if (query.trim() === '') return t('Begin to type. Choose one person, or several for a group.')
  if (people === undefined || isSearching) return t('Searching…')
  return people.length === 0 ? t('Nobody is called like this. Perhaps the name is spelled differently.') : ''
}
