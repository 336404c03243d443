import { useSession } from '../session/use-session.ts'
import { useRead } from '../use-api.ts'

const FIVE_MINUTES = 5 * 60_000

/** People whom one may want to follow. */
export function useSuggestions() {
  const { me } = useSession()
  const { data, isError, error, refetch } = useRead(
    'listSuggestions',
    {},
    // It does not change under one's hands: whoever is followed stays until it is read anew.
    { enabled: me !== undefined, staleTime: FIVE_MINUTES, refetchOnWindowFocus: false },
  )
  return { people: data?.items, isError, error, retry: () => void refetch() }
}
