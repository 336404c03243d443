import type { Post } from '@mayfly/contract/posts'
import { Ellipsis, Link2, MessageCircle, Share, Trash2 } from 'lucide-react'
import { useSession } from '../session/use-session.ts'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { compactCount } from './compact-count.ts'
import { deletePost } from './delete-post.ts'
import { copyLink, sharePost } from './share-post.ts'

interface Props {
  post: Post
  reply: () => void
}

/** What can be done with a post. */
export function PostActions({ post, reply }: Props) {
  const { me } = useSession()
  const isMine = me?.id === post.author.id
  const items: MenuItem[] = [
    { label: 'Copy link', icon: <Link2 size={18} aria-hidden="true" />, onSelect: () => void copyLink(post) },
  ]
  if (isMine)
    items.push({
      label: 'Delete',
      icon: <Trash2 size={18} aria-hidden="true" />,
      isDangerous: true,
      onSelect: () => deletePost(post),
    })
  return (
    <footer className="post-actions">
      <button
        type="button"
        className="act"
        aria-label={`Reply, ${repliesIn(post.replyCount)}`}
        aria-keyshortcuts="r"
        onClick={reply}
      >
        <MessageCircle size={18} aria-hidden="true" />
        {compactCount(post.replyCount)}
      </button>
      <button
        type="button"
        className="act"
        aria-label="Share"
        aria-keyshortcuts="s"
        onClick={() => void sharePost(post)}
      >
        <Share size={18} aria-hidden="true" />
      </button>
      <Menu label="More" items={items} buttonClass="act">
        <Ellipsis size={18} aria-hidden="true" />
      </Menu>
    </footer>
  )
}

const repliesIn = (count: number) => (count === 1 ? '1 reply' : `${count} replies`)
