import type { Author } from '@mayfly/contract/people'
import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { t } from '../language/words.ts'
import { useSession } from '../session/use-session.ts'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { usePeopleSearch } from '../use-people-search.ts'
import { ChosenPeople } from './ChosenPeople.tsx'
import { FoundPeople, optionId } from './FoundPeople.tsx'

interface Props {
  chosen: readonly Author[]
  choose: (chosen: readonly Author[]) => void
  most: number
  /** Enter with nothing typed: they are all chosen. */
  goOn: () => void
}

/** Finds people by name or handle. Arrows walk through those that are found, Enter chooses. */
export function PeopleSearch({ chosen, choose, most, goOn }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { me } = useSession()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const { found, error, retry, isSearching } = usePeopleSearch(query)
  const without = new Set([me?.id, ...chosen.map((person) => person.id)])
  const people = found?.filter((person) => !without.has(person.id))
  const isFull = chosen.length >= most
  useEffect(() => input.current?.focus({ preventScroll: true }), [])

  const type = (text: string) => {
    setQuery(text)
    setActive(0)
  }
  const add = (person: Author | undefined) => {
    if (person === undefined || isFull) return
    choose([...chosen, person])
    type('')
    input.current?.focus()
  }
  const remove = (person: Author) => {
    choose(chosen.filter((one) => one.id !== person.id))
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const count = people?.length ?? 0
    const last = chosen.at(-1)
    if (event.key === 'ArrowDown' && count > 0) setActive((active + 1) % count)
    else if (event.key === 'ArrowUp' && count > 0) setActive((active + count - 1) % count)
    else if (event.key === 'Enter' && query.trim() === '') goOn()
    else if (event.key === 'Enter') add(people?.[active])
    else if (event.key === 'Backspace' && query === '' && last) remove(last)
    else return
    event.preventDefault()
  }

  return (
    <>
      <ChosenPeople chosen={chosen} remove={remove} />
      <label htmlFor={id} className="text-sm font-semibold">
        {chosen.length === 0 ? t('Who is it for?') : t('Somebody else, too?')}
      </label>
      <span className="people-search">
        <Search size={20} aria-hidden="true" />
        <input
          ref={input}
          id={id}
          type="text"
          role="combobox"
          className="input"
          placeholder={isFull ? t('That is as many as there may be') : t('Name or handle')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          readOnly={isFull}
          value={query}
          aria-autocomplete="list"
          aria-expanded={Boolean(people?.length)}
          aria-controls={`${id}-found`}
          aria-activedescendant={people?.[active] && optionId(id, people[active])}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </span>
      {error ? (
        <ErrorCard error={error} retry={retry} />
      ) : (
        <FoundPeople {...{ id, query, isSearching, active, add }} people={people} />
      )}
    </>
  )
}
