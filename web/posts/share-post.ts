import type { Post } from '@mayfly/contract/posts'
import { shortMoment } from '../clock/moment.ts'
import { serverNow } from '../clock/server-clock.ts'
import { t } from '../language/words.ts'
import { copyLink } from '../ui/copy-link.ts'
import { postAddress } from './post-address.ts'

const addressOf = (post: Post) => postAddress(post, location.origin)

/** Whether the device has a sharing of its own, for touch. */
export const canShare = (post: Post): boolean =>
  matchMedia('(pointer: coarse)').matches && (navigator.canShare?.({ url: addressOf(post) }) ?? false)

/** Opens the device's own sharing, where there is one for touch; else copies the link. */
export async function sharePost(post: Post): Promise<void> {
  const url = addressOf(post)
  if (!canShare(post)) {
    await copyPostLink(post)
    return
  }
  await navigator.share({ url }).catch((error: unknown) => {
    const isCancelled = error instanceof DOMException && error.name === 'AbortError'
    if (!isCancelled) return copyPostLink(post)
  })
}

export const copyPostLink = (post: Post) =>
  copyLink(
    addressOf(post),
    t('Link copied. It works until {when}.', {
      when: shortMoment(Date.parse(post.expiresAt), serverNow()),
    }),
  )
