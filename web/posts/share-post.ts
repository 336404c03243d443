import type { Post } from '@mayfly/contract/posts'
import { shortMoment } from '../clock/moment.ts'
import { serverNow } from '../clock/server-clock.ts'
import { toast } from '../ui/toast-store.ts'
import { postAddress } from './post-address.ts'

const addressOf = (post: Post) => postAddress(post, location.origin)

/** Whether the device has a sharing of its own, for touch. */
export const canShare = (post: Post): boolean =>
  matchMedia('(pointer: coarse)').matches && (navigator.canShare?.({ url: addressOf(post) }) ?? false)

/** Opens the device's own sharing, where there is one for touch; else copies the link. */
export async function sharePost(post: Post): Promise<void> {
  const url = addressOf(post)
  if (!canShare(post)) {
    await copyLink(post)
    return
  }
  await navigator.share({ url }).catch((error: unknown) => {
    const isCancelled = error instanceof DOMException && error.name === 'AbortError'
    if (!isCancelled) return copyLink(post)
  })
}

export async function copyLink(post: Post): Promise<void> {
  const url = addressOf(post)
  try {
    await navigator.clipboard.writeText(url)
    toast(`Link copied. It works until ${shortMoment(Date.parse(post.expiresAt), serverNow())}.`)
  } catch {
    toast(`This browser did not allow copying. The link is ${url}`)
  }
}
