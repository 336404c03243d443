import type { Post } from '@mayfly/contract/posts'
import { Link } from '@tanstack/react-router'
import { LifeChip } from './LifeChip.tsx'
import type { Ending } from './use-ending.ts'

interface Props {
  post: Post
  left: number
  ending: Ending
  nameId: string
}

/** Who wrote it, and how long it has left. */
export function PostHeader({ post, left, ending, nameId }: Props) {
  const { handle, displayName } = post.author
  return (
    <header className="flex items-baseline gap-3 leading-6">
      <span className="post-author">
        <Link
          id={nameId}
          to="/@{$handle}"
          params={{ handle }}
          data-person={handle}
          className="post-name"
          dir="auto"
        >
          {displayName}
        </Link>
        <span dir="auto" className="post-handle truncate">
          @{handle}
        </span>
      </span>
      <LifeChip post={post} left={left} ending={ending} />
    </header>
  )
}
