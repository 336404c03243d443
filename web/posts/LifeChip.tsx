import type { Post } from '@mayfly/contract/posts'
import { Link } from '@tanstack/react-router'
import { fullMoment } from '../clock/moment.ts'
import { timeLeft } from '../clock/time-left.ts'
import type { Ending } from './use-ending.ts'

interface Props {
  post: Post
  /** Milliseconds. */
  left: number
  ending: Ending
}

/** How long the post has left: a ring, always with the words beside it. It links to the post's own page. */
export function LifeChip({ post, left, ending }: Props) {
  return (
    <Link
      to="/@{$handle}/$postId"
      params={{ handle: post.author.handle, postId: post.id }}
      className="life"
      title={`Fades ${fullMoment(Date.parse(post.expiresAt))}`}
    >
      <svg className="life-ring" viewBox="0 0 14 14" aria-hidden="true">
        <circle cx="7" cy="7" r="5.5" />
        <circle className="left" cx="7" cy="7" r="5.5" pathLength="100" />
      </svg>
      {ending === 'none' ? (
        <>
          <span aria-hidden="true">{timeLeft(left, 'short')}</span>
          <span className="sr-only">Fades in {timeLeft(left, 'long')}</span>
        </>
      ) : (
        <span>fading now</span>
      )}
    </Link>
  )
}
