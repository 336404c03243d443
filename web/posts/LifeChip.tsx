import type { Post } from '@mayfly/contract/posts'
import { Link } from '@tanstack/react-router'
import { fullMoment } from '../clock/moment.ts'
import { timeLeft } from '../clock/time-left.ts'
import { t } from '../language/words.ts'
import { LifeRing } from '../ui/LifeRing.tsx'
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
      title={t('Fades {when}', { when: fullMoment(Date.parse(post.expiresAt)) })}
    >
      <LifeRing />
      {ending === 'none' ? (
        <>
          <span aria-hidden="true">{timeLeft(left, 'short')}</span>
          <span className="sr-only">{t('Fades in {time}', { time: timeLeft(left, 'long') })}</span>
        </>
      ) : (
        <span>{t('fading now')}</span>
      )}
    </Link>
  )
}
