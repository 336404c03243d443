import type { Post } from '@mayfly/contract/posts'
import { MessageSquareQuote, Repeat2 } from 'lucide-react'
import { t } from '../language/words.ts'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { compactCount, withCount } from './compact-count.ts'
import type { PostDeeds } from './post-keys.ts'

/** Passes a post on to one's followers, or takes it back. */
export function RepostMenu({ post, deeds }: { post: Post; deeds: PostDeeds }) {
  const { repostCount, isReposted } = post
  const items: MenuItem[] = [
    {
      label: isReposted ? t('Undo repost') : t('Repost'),
      icon: <Repeat2 size={18} aria-hidden="true" />,
      onSelect: deeds.repost,
    },
    {
      label: t('Quote||verb'),
      icon: <MessageSquareQuote size={18} aria-hidden="true" />,
      onSelect: deeds.quote,
    },
  ]
  return (
    <Menu
      label={withCount(repostCount, 'Repost, {count, plural, one {# repost} other {# reposts}}', 'Repost')}
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
