import type { Post } from '@mayfly/contract/posts'
import { Link } from '@tanstack/react-router'
import { fullMoment, shortMoment } from '../clock/moment.ts'
import { serverNow } from '../clock/server-clock.ts'
import { tallied } from './compact-count.ts'

/** When exactly an opened post fades, when it was written, and what people do with it. */
export function PostTimes({ post }: { post: Post }) {
  const { repostCount, likeCount } = post
  const params = { handle: post.author.handle, postId: post.id }
  return (
    <p className="post-times">
      <span>
        Fades <time dateTime={post.expiresAt}>{fullMoment(Date.parse(post.expiresAt))}</time>
      </span>
      <span>
        Written <time dateTime={post.createdAt}>{shortMoment(Date.parse(post.createdAt), serverNow())}</time>
      </span>
      <span className="post-lists">
        {likeCount > 0 && (
          <Link to="/@{$handle}/$postId/likes" params={params}>
            {tallied(likeCount, 'like', 'likes')}
          </Link>
        )}
        {repostCount > 0 && (
          <Link to="/@{$handle}/$postId/reposts" params={params}>
            {tallied(repostCount, 'repost', 'reposts')}
          </Link>
        )}
        <Link to="/@{$handle}/$postId/quotes" params={params}>
          Quotes
        </Link>
      </span>
    </p>
  )
}
