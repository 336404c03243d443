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
    <header className="flex items-baseline gap-1.5 leading-6">
      <Link
        id={nameId}
        to="/@{$handle}"
        params={{ handle }}
        className="truncate font-bold hover:underline"
        dir="auto"
      >
        {displayName}
      </Link>
      <span className="truncate text-sm text-ink2">@{handle}</span>
      <LifeChip post={post} left={left} ending={ending} />
    </header>
  )
}
