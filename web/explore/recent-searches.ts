import { create } from 'zustand'
import { onSessionChange, sessionView } from '../session/state.ts'

const MOST = 6

/** What was searched for on this page, the latest first. Never kept, and forgotten with the person who searched. */
export const useRecentSearches = create<{ searches: readonly string[] }>(() => ({ searches: [] }))

export function noteSearch(query: string): void {
  useRecentSearches.setState(({ searches }) => ({
    searches: [query, ...searches.filter((known) => known !== query)].slice(0, MOST),
  }))
}

export const forgetSearches = () => useRecentSearches.setState({ searches: [] })

let searcher = sessionView().me?.id
onSessionChange(() => {
  const id = sessionView().me?.id
  if (id !== searcher) forgetSearches()
  searcher = id
})
