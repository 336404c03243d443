import { useNavigate } from '@tanstack/react-router'
import { Search, X } from 'lucide-react'
import { type FocusEvent, type FormEvent, useRef, useState } from 'react'
import { t } from '../language/words.ts'
import type { ExploreAddress } from './explore-address.ts'
import { RecentSearches } from './RecentSearches.tsx'
import { noteSearch, useRecentSearches } from './recent-searches.ts'

/** The field that searches all of Mayfly. Its words are those of the address, until somebody types others. */
export function SearchBox({ q = '', tab }: ExploreAddress) {
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(q)
  const [known, setKnown] = useState(q)
  const [hasFocus, setHasFocus] = useState(false)
  const searches = useRecentSearches((recent) => recent.searches)
  if (known !== q) {
    setKnown(q)
    setTyped(q)
  }

  const search = (words: string) => {
    const query = words.trim()
    if (query !== '') noteSearch(query)
    setTyped(query)
    setHasFocus(false)
    void navigate({ to: '/explore', search: { ...(query !== '' && { q: query }), ...(tab && { tab }) } })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    search(typed)
  }
  const clear = () => {
    setTyped('')
    field.current?.focus()
  }
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setHasFocus(false)
  }

  return (
    <search className="search-box" onBlur={onBlur}>
      <form onSubmit={submit}>
        <Search size={18} aria-hidden="true" className="search-box-mark" />
        <input
          ref={field}
          data-search-field
          type="search"
          aria-label={t('Search')}
          aria-keyshortcuts="/"
          placeholder={t('Search')}
          enterKeyHint="search"
          autoComplete="off"
          dir="auto"
          value={typed}
          onFocus={() => setHasFocus(true)}
          onChange={(event) => {
            setTyped(event.target.value)
            setHasFocus(true)
          }}
        />
        {typed === '' ? (
          <span aria-hidden="true">
            <kbd>/</kbd>
          </span>
        ) : (
          <button type="button" className="icon-btn" aria-label={t('Clear the search')} onClick={clear}>
            <X size={18} aria-hidden="true" />
          </button>
        )}
      </form>
      {hasFocus && typed === '' && searches.length > 0 && (
        <RecentSearches searches={searches} search={search} />
      )}
    </search>
  )
}
