import type { Post } from '@mayfly/contract/posts'
import { fullMoment, shortMoment } from '../clock/moment.ts'
import { serverNow } from '../clock/server-clock.ts'

/** When exactly an opened post fades, and when it was written. */
export function PostTimes({ post }: { post: Post }) {
  return (
    <p className="post-times">
      <span>
        Fades <time dateTime={post.expiresAt}>{fullMoment(Date.parse(post.expiresAt))}</time>
      </span>
      <span>
        Written <time dateTime={post.createdAt}>{shortMoment(Date.parse(post.createdAt), serverNow())}</time>
      </span>
    </p>
  )
}
