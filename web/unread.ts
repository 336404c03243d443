import { useSession } from './session/use-session.ts'
import { useRead } from './use-api.ts'

const SHOWN_AT_MOST = 99
const LOOK_AGAIN_MILLISECONDS = 60_000

/** How many messages one has not read. None as long as nobody knows. */
export function useUnread(): number {
  const { me } = useSession()
  const { data } = useRead(
    'countUnread',
    {},
    { enabled: me !== undefined, refetchInterval: LOOK_AGAIN_MILLISECONDS },
  )
  return me === undefined ? 0 : (data?.messages ?? 0)
}

/** `3`, and `99+` above 99. */
export const shortCount = (count: number): string =>
  count > SHOWN_AT_MOST ? `${SHOWN_AT_MOST}+` : String(count)
