import { useMatchRoute } from '@tanstack/react-router'
import { SearchBox } from './SearchBox.tsx'

/** The search beside every page but explore, which has one of its own. */
export function AsideSearch() {
  const isExplore = useMatchRoute()({ to: '/explore' })
  return isExplore ? null : <SearchBox />
}
