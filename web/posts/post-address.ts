import { expiryOf } from '@mayfly/domain/expiring-id'

/** A post's address on this site. */
export const postAddress = (post: { id: string; author: { handle: string } }, origin: string): string =>
  new URL(`/@${post.author.handle}/${post.id}`, origin).href

/** The id of a post in what is nothing but its address on this site, or undefined. */
export function postIdIn(text: string, origin: string): string | undefined {
  const url = URL.parse(text.trim())
  if (url?.origin !== origin || /\s/.test(text.trim())) return undefined
  const id = /^\/@\w+\/([\da-f-]{36})\/?$/i.exec(url.pathname)?.[1]?.toLowerCase()
  return id !== undefined && expiryOf(id) !== undefined ? id : undefined
}
