import type { Notification } from '@mayfly/contract/notifications'

/** The address to which a notification leads: the one thing that happened, or where all of them are. Notices stay. */
export function whereTo(
  { kind, aboutId, people, count, post }: Notification,
  myHandle: string,
): string | undefined {
  const [latest] = people
  const isTheOne = kind === 'mention' || count === 1
  if (post && isTheOne) return `/@${post.author.handle}/${post.id}`
  switch (kind) {
    case 'follow':
      return count > 1 ? `/@${myHandle}/followers` : latest && `/@${latest.handle}`
    case 'picture':
    case 'moderation':
      return undefined
    case 'quote':
      return `/@${myHandle}/${aboutId}/quotes`
    default:
      return `/@${myHandle}/${aboutId}`
  }
}
