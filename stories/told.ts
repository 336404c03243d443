import type { Notification, NotificationFilter } from '@mayfly/contract/notifications'
import type { Guest } from './guest.ts'
import { openStoryHouse } from './house.ts'

export async function adaBenAndCleo() {
  const house = await openStoryHouse()
  const [ada, ben, cleo] = await Promise.all([house.as('ada'), house.as('ben'), house.as('cleo')])
  return { house, ada, ben, cleo }
}

/** What a guest is told, the latest first. */
export const toldOf = async (guest: Guest, filter: NotificationFilter = 'all'): Promise<Notification[]> =>
  (await guest.listNotifications({ filter, limit: 50 })).items

/** The same in short, with a mark on what is unread: `*like by ben cleo`. */
export const inShort = async (guest: Guest, filter?: NotificationFilter): Promise<string[]> =>
  (await toldOf(guest, filter)).map(({ kind, people, isUnread }) =>
    [`${isUnread ? '*' : ''}${kind}`, ...(people.length ? ['by'] : []), ...people.map((p) => p.handle)].join(
      ' ',
    ),
  )

export const unreadOf = async (guest: Guest): Promise<number> =>
  (await guest.countUnreadNotifications({})).notifications

/** Marks as read all that a guest is told now. */
export async function readAll(guest: Guest): Promise<void> {
  const [latest] = await toldOf(guest)
  if (latest) await guest.markNotificationsRead({ place: latest.place })
}
