import type { Notification } from '@mayfly/contract/notifications'

/** A person's page, or that of a post of theirs. */
export interface WhereTo {
  handle: string
  postId?: string
}

/** Where a notification leads: to the one thing that happened, or to where all of them are. Pictures and notices stay. */
export function whereTo(
  { kind, aboutId, people, count, post }: Notification,
  myHandle: string,
): WhereTo | undefined {
  const [latest] = people
  if (kind === 'follow') return latest && { handle: latest.handle }
  const isTheOne = kind === 'mention' || count === 1
  if (post && isTheOne) return { handle: post.author.handle, postId: post.id }
  if (kind === 'picture' || kind === 'moderation') return undefined
  return { handle: myHandle, postId: aboutId }
}
