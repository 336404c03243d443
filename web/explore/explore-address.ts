/** What explore shows, as its address says. */
export interface ExploreAddress {
  /** What is searched for. */
  q?: string
  /** The first view has no name. */
  tab?: 'latest' | 'people' | 'tags'
}

/** Reads what anybody may have typed into the address: the router has made numbers of what looks like one. */
export function exploreAddress({ q, tab }: Record<string, unknown>): ExploreAddress {
  const query =
    typeof q === 'string' || typeof q === 'number' || typeof q === 'boolean' ? String(q).trim() : ''
  return {
    ...(query !== '' && { q: query }),
    ...((tab === 'latest' || tab === 'people' || tab === 'tags') && { tab }),
  }
}
