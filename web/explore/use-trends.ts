import { useRead } from '../use-api.ts'

const MINUTE = 60_000

/** What many people write about; looked for again now and then. */
export const useTrends = () => useRead('listTrends', {}, { staleTime: MINUTE, refetchInterval: 5 * MINUTE })
