import type { Post } from '@mayfly/contract/posts'
import { Bookmark, Ellipsis, Heart, MessageCircle, Share } from 'lucide-react'
import { t } from '../language/words.ts'
import { useSession } from '../session/use-session.ts'
import { Menu } from '../ui/Menu.tsx'
import { ActButton } from './ActButton.tsx'
import { withCount } from './compact-count.ts'
import type { PostDeeds } from './post-keys.ts'
import { postMenuItems } from './post-menu-items.tsx'
import { RepostMenu } from './RepostMenu.tsx'

interface Props {
  post: Post
  deeds: PostDeeds
}

/** What can be done with a post. */
export function PostActions({ post, deeds }: Props) {
  const { me } = useSession()
  const { replyCount, likeCount, isLiked, isBookmarked } = post
  return (
    <footer className="post-actions">
      <ActButton
        label={withCount(
          replyCount,
          'Reply, {count, plural, one {# reply} other {# replies}}',
          'Reply||verb',
        )}
        count={replyCount}
        keys="r"
        act={deeds.reply}
      >
        <MessageCircle size={18} aria-hidden="true" />
      </ActButton>
      <RepostMenu post={post} deeds={deeds} />
      <ActButton
        label={withCount(likeCount, 'Like, {count, plural, one {# like} other {# likes}}', 'Like')}
        count={likeCount}
        isPressed={isLiked}
        keys="l"
        className="act-like"
        act={deeds.like}
      >
        <Heart key={deeds.likes} size={18} aria-hidden="true" className={deeds.likes > 0 ? 'pop' : ''} />
      </ActButton>
      <ActButton
        label={t('Bookmark')}
        isPressed={isBookmarked}
        keys="b"
        className="act-bookmark"
        act={deeds.bookmark}
      >
        <Bookmark size={18} aria-hidden="true" />
      </ActButton>
      <ActButton label={t('Share')} keys="s" className="act-share" act={deeds.share}>
        <Share size={18} aria-hidden="true" />
      </ActButton>
      <Menu label={t('More')} items={postMenuItems(post, me)} buttonClass="act">
        <Ellipsis size={18} aria-hidden="true" />
      </Menu>
    </footer>
  )
}
