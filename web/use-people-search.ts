import { limits } from '@mayfly/contract/limits'
import { keepPreviousData } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useRead } from './use-api.ts'

const PAUSE_MILLISECONDS = 200

/** Who is called like what is typed, a moment after the last key. */
export function usePeopleSearch(typed: string) {
  const wanted = typed.trim().slice(0, limits.searchGraphemes)
  const [query, setQuery] = useState(wanted)
  useEffect(() => {
    const timer = setTimeout(() => setQuery(wanted), PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [wanted])

  const isEmpty = wanted === '' || query === ''
  const search = useRead('searchPeople', { query }, { enabled: !isEmpty, placeholderData: keepPreviousData })
  if (isEmpty) return { found: undefined, error: null, retry: () => {}, isSearching: wanted !== '' }
  return {
    found: search.data?.items,
    error: search.error,
    retry: () => void search.refetch(),
    isSearching: query !== wanted || (search.isFetching && !search.data?.items.length),
  }
}
