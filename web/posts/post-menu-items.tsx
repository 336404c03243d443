import type { Author } from '@mayfly/contract/people'
import type { Post } from '@mayfly/contract/posts'
import { Flag, Link2, Share, Trash2 } from 'lucide-react'
import { type Text, t } from '../language/words.ts'
import { report } from '../reporting.ts'
import { knownPerson } from '../ties/person-cache.ts'
import { tieItems } from '../ties/tie-items.tsx'
import type { MenuItem } from '../ui/Menu.tsx'
import { deletePost } from './delete-post.ts'
import { canShare, copyPostLink, sharePost } from './share-post.ts'

interface Item extends Omit<MenuItem, 'label' | 'onSelect'> {
  label: Text
  isFor: (post: Post, me: Author | undefined) => boolean
  onSelect: (post: Post) => void
}

const isMine = (post: Post, me: Author | undefined) => post.author.id === me?.id

/** What the menu of a post offers, in its order. */
const items: readonly Item[] = [
  {
    label: 'Share',
    icon: <Share size={18} aria-hidden="true" />,
    isFor: canShare,
    onSelect: (post) => void sharePost(post),
  },
  {
    label: 'Copy link',
    icon: <Link2 size={18} aria-hidden="true" />,
    isFor: () => true,
    onSelect: (post) => void copyPostLink(post),
  },
  {
    label: 'Delete',
    icon: <Trash2 size={18} aria-hidden="true" />,
    isDangerous: true,
    isFor: isMine,
    onSelect: deletePost,
  },
]

export function postMenuItems(post: Post, me: Author | undefined): MenuItem[] {
  const { handle } = post.author
  const own = items
    .filter(({ isFor }) => isFor(post, me))
    .map(({ isFor: _, label, onSelect, ...item }) => ({
      ...item,
      label: t(label),
      onSelect: () => onSelect(post),
    }))
  if (me === undefined || isMine(post, me)) return own
  const reporting = {
    label: t('Report'),
    icon: <Flag size={18} aria-hidden="true" />,
    isDangerous: true,
    onSelect: () => report({ kind: 'post', id: post.id, handle }),
  }
  return [...own, ...tieItems(handle, knownPerson(handle)?.isMuted ?? false), reporting]
}
