import type { Post } from '@mayfly/contract/posts'
import { MessageSquareQuote, Repeat2 } from 'lucide-react'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { compactCount, withCount } from './compact-count.ts'
import type { PostDeeds } from './post-keys.ts'

/** Passes a post on to one's followers, or takes it back. */
export function RepostMenu({ post, deeds }: { post: Post; deeds: PostDeeds }) {
  const { repostCount, isReposted } = post
  const items: MenuItem[] = [
    {
      label: isReposted ? 'Undo repost' : 'Repost',
      icon: <Repeat2 size={18} aria-hidden="true" />,
      onSelect: deeds.repost,
    },
    {
      label: 'Quote',
      icon: <MessageSquareQuote size={18} aria-hidden="true" />,
      onSelect: deeds.quote,
    },
  ]
  return (
    <Menu
      label={withCount('Repost', repostCount, 'repost', 'reposts')}
      items={items}
      buttonClass="act act-repost"
      isPressed={isReposted}
      keys="t"
      align="start"
    >
      <Repeat2 size={18} aria-hidden="true" />
      {compactCount(repostCount)}
    </Menu>
  )
}
