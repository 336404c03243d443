import type { NotificationFilter, NotificationKind } from '@mayfly/contract/notifications'
import { expiringId } from './expiring-id.ts'

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/** What is to be found under which filter: what people say, and what they do. */
const filterOf: Record<NotificationKind, Exclude<NotificationFilter, 'all'>> = {
  reply: 'talk',
  mention: 'talk',
  quote: 'talk',
  picture: 'talk',
  moderation: 'talk',
  like: 'reactions',
  repost: 'reactions',
  follow: 'reactions',
}

const kinds = Object.keys(filterOf) as NotificationKind[]

export const kindsIn = (filter: NotificationFilter): NotificationKind[] =>
  filter === 'all' ? kinds : kinds.filter((kind) => filterOf[kind] === filter)

/** How long news last that end with no post. A refused upload is itself forgotten after a day. */
const daysOfNews = { follow: 30, moderation: 30, picture: 1 }

/**
 * The id of news that end with no post: it sorts by its time and carries its end.
 * @param random at least 42 random bits
 */
export function newsId(kind: keyof typeof daysOfNews, now: Date, random: bigint): string {
  return expiringId(now, new Date(now.getTime() + daysOfNews[kind] * DAY_MILLISECONDS), random)
}
