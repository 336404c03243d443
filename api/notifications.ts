import { Refusal } from '@mayfly/contract/refusal'
import { creationOf } from '@mayfly/domain/expiring-id'
import { kindsIn } from '@mayfly/domain/notifications'
import type { Stores } from '@mayfly/storage/stores'
import type { Operation } from './operation.ts'

export const listNotifications: Operation<'listNotifications'> = (
  { filter, ...page },
  { viewer, stores, now },
) => stores.notifications.list(viewer.id, kindsIn(filter), page, now)

export const countUnreadNotifications: Operation<'countUnreadNotifications'> = async (
  _,
  { viewer, stores, now },
) => ({ notifications: await stores.notifications.countUnread(viewer.id, kindsIn('all'), now) })

export const markNotificationsRead: Operation<'markNotificationsRead'> = async (
  { place },
  { viewer, stores, now },
) => {
  const happenedAt = creationOf(place)
  if (happenedAt === undefined || happenedAt > now)
    throw new Refusal('invalid', 'There is no such notification yet.')
  const hasReadOn = await stores.notifications.markRead(viewer.id, place)
  if (hasReadOn) tellNotified(stores, [viewer.id])
}

export const showNotificationChoices: Operation<'showNotificationChoices'> = async (
  _,
  { viewer, stores },
) => {
  const choices = await stores.notifications.findChoices(viewer.id)
  if (choices === undefined) throw nobodyThere()
  return choices
}

export const setNotificationChoices: Operation<'setNotificationChoices'> = async (
  choices,
  { viewer, stores },
) => {
  const isThere = await stores.notifications.choose(viewer.id, choices)
  if (!isThere) throw nobodyThere()
  tellNotified(stores, [viewer.id])
  return choices
}

const nobodyThere = () => new Refusal('not-found', 'This account is gone.')

/**
 * Says that there is something to read, or nothing any more. Nobody waits for it: the deed is done, and whoever does
 * not hear of it finds it a little later.
 */
export function tellNotified(stores: Stores, personIds: readonly string[]): void {
  stores.live.tell(personIds, { type: 'notification' }).catch(() => {})
}
