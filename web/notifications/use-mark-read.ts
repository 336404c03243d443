import { useEffect } from 'react'
import { api } from '../api.ts'
import { useLooking } from '../ui/use-looking.ts'
import type { Row } from './notification-pages.ts'
import { refreshNotifications } from './refresh-notifications.ts'

/** How far it was told already, by this tab. */
let told = ''

/** Tells the server how far somebody has read, as soon as they look. What was unread stays marked while they do. */
export function useMarkRead(rows: readonly Row[]): void {
  const isLooking = useLooking()
  const newest = rows[0]
  const place = newest?.item && rows.some(({ item }) => item?.isUnread) ? newest.place : undefined
  useEffect(() => {
    if (isLooking && place !== undefined && place > told) void markRead(place)
  }, [isLooking, place])
}

async function markRead(place: string): Promise<void> {
  told = place
  try {
    await api.markNotificationsRead({ place })
    refreshNotifications()
  } catch {
    // It is told again when somebody looks again.
    told = ''
  }
}
