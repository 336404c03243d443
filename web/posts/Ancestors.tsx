import { Link } from '@tanstack/react-router'
import { endOf } from '../clock/life.ts'
import { useTimeLeft } from '../clock/use-now.ts'
import { t } from '../language/words.ts'
import { useLeaving } from '../leaving.ts'
import { PostCard } from './PostCard.tsx'
import { usePost } from './post-cache.ts'
import type { ThreadTree } from './thread-tree.ts'

/** What a post answers, from the top down; the wick leads on from each to the next. */
export function Ancestors({ ancestors }: Pick<ThreadTree, 'ancestors'>) {
  const [first] = ancestors
  const top = usePost(first?.id ?? '')
  return (
    <section aria-label={t('What this answers')}>
      {top?.replyTo && (
        <Link
          to="/@{$handle}/$postId"
          params={{ handle: top.author.handle, postId: top.id }}
          className="thread-on"
        >
          {t('Show what came before')}
        </Link>
      )}
      {ancestors.map((ancestor) => (
        <Ancestor key={ancestor.id} {...ancestor} />
      ))}
    </section>
  )
}

function Ancestor({ id, handle }: ThreadTree['ancestors'][number]) {
  const isDeleted = useLeaving((state) => state.ids.has(id))
  const left = useTimeLeft(endOf(id))
  if (handle !== null && !isDeleted)
    return <PostCard entry={{ id, handle, place: id, repostedBy: null }} leadsOn />
  return (
    <p className="ash" data-thread="below">
      {isDeleted
        ? t('You deleted this post')
        : left > 0
          ? t('A post that is not to be seen')
          : t('A post that has faded')}
    </p>
  )
}
