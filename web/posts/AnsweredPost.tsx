import type { Post } from '@mayfly/contract/posts'
import { t } from '../language/words.ts'
import { Avatar } from '../ui/Avatar.tsx'

/** The post that is answered, small, above the answer. Behind a warning its text stays folded. */
export function AnsweredPost({ post }: { post: Post }) {
  return (
    <div className="answered">
      <Avatar person={post.author} size={32} />
      <div className="min-w-0">
        <p className="flex gap-1 text-sm">
          <b dir="auto" className="truncate">
            {post.author.displayName}
          </b>{' '}
          <span dir="auto" className="truncate text-ink2">
            @{post.author.handle}
          </span>
        </p>
        <p dir="auto" className="line-clamp-3 text-sm break-words text-ink2">
          {post.contentWarning ?? (post.body || photosIn(post))}
        </p>
      </div>
    </div>
  )
}

const photosIn = ({ photos }: Post) =>
  t('{count, plural, one {A photo} other {# photos}}', { count: photos.length })
