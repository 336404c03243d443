import { useSession } from './session/use-session.ts'
import { useRead } from './use-api.ts'

const SHOWN_AT_MOST = 99
const LOOK_AGAIN_MILLISECONDS = 60_000

/** How much one has not read. */
export interface Unread {
  messages: number
  notifications: number
}

/** None as long as nobody knows. */
export function useUnread(): Unread {
  const { me } = useSession()
  const options = { enabled: me !== undefined, refetchInterval: LOOK_AGAIN_MILLISECONDS }
  const messages = useRead('countUnread', {}, options).data?.messages ?? 0
  const notifications = useRead('countUnreadNotifications', {}, options).data?.notifications ?? 0
  return me === undefined ? { messages: 0, notifications: 0 } : { messages, notifications }
}

/** All together, as the tab's title and the app's icon show it. */
export function useUnreadInAll(): number {
  const { messages, notifications } = useUnread()
  return messages + notifications
}

/** `3`, and `99+` above 99. */
export const shortCount = (count: number): string =>
  count > SHOWN_AT_MOST ? `${SHOWN_AT_MOST}+` : String(count)
