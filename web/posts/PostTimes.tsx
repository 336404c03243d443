import type { Post } from '@mayfly/contract/posts'
import { fullMoment } from '../clock/moment.ts'

/** When exactly an opened post fades, and when it was written. */
export function PostTimes({ post }: { post: Post }) {
  return (
    <p className="post-times">
      Fades <time dateTime={post.expiresAt}>{fullMoment(Date.parse(post.expiresAt))}</time>
      <span aria-hidden="true"> · </span>
      <span className="whitespace-nowrap">
        written <time dateTime={post.createdAt}>{fullMoment(Date.parse(post.createdAt))}</time>
      </span>
    </p>
  )
}
