import { onLive } from '../live/live.ts'
import { refreshNotifications } from './refresh-notifications.ts'

/** Much may happen at once to a post that many like. */
const PAUSE_MILLISECONDS = 300
const BETWEEN_MILLISECONDS = 2_000

let timer: ReturnType<typeof setTimeout> | undefined
let readAt = Number.NEGATIVE_INFINITY

/** What happens to whoever is signed in shows in the numbers, and behind the pill of an open list. */
export function followNotifications(): void {
  onLive(({ type }) => {
    if (type === 'notification' || type === 'catch-up') readSoon()
  })
}

function readSoon(): void {
  if (timer !== undefined) return
  const wait = Math.max(PAUSE_MILLISECONDS, readAt + BETWEEN_MILLISECONDS - Date.now())
  timer = setTimeout(() => {
    timer = undefined
    readAt = Date.now()
    refreshNotifications()
  }, wait)
}
