import type { Post } from '@mayfly/contract/posts'
import { Link } from '@tanstack/react-router'
import { fullMoment, shortMoment } from '../clock/moment.ts'
import { serverNow } from '../clock/server-clock.ts'
import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'
import { withCount } from './compact-count.ts'

/** When exactly an opened post fades, when it was written, and what people do with it. */
export function PostTimes({ post }: { post: Post }) {
  const { repostCount, likeCount } = post
  const params = { handle: post.author.handle, postId: post.id }
  return (
    <p className="post-times">
      <span>
        {rich('Fades <time>{when}</time>', {
          time: (words) => <time dateTime={post.expiresAt}>{words}</time>,
          when: fullMoment(Date.parse(post.expiresAt)),
        })}
      </span>
      <span>
        {rich('Written <time>{when}</time>', {
          time: (words) => <time dateTime={post.createdAt}>{words}</time>,
          when: shortMoment(Date.parse(post.createdAt), serverNow()),
        })}
      </span>
      <span className="post-lists">
        {likeCount > 0 && (
          <Link to="/@{$handle}/$postId/likes" params={params}>
            {withCount(likeCount, '{count, plural, one {# like} other {# likes}}', 'likes')}
          </Link>
        )}
        {repostCount > 0 && (
          <Link to="/@{$handle}/$postId/reposts" params={params}>
            {withCount(repostCount, '{count, plural, one {# repost} other {# reposts}}', 'reposts')}
          </Link>
        )}
        <Link to="/@{$handle}/$postId/quotes" params={params}>
          {t('Quotes')}
        </Link>
      </span>
    </p>
  )
}
