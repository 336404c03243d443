import type { Post } from '@mayfly/contract/posts'
import { Navigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { t } from '../language/words.ts'
import { TopBar } from '../ui/TopBar.tsx'
import { Ancestors } from './Ancestors.tsx'
import { entryOf } from './feed-pages.ts'
import { OutgoingPosts } from './OutgoingPosts.tsx'
import { PostCard } from './PostCard.tsx'
import { PostPrompt } from './PostPrompt.tsx'
import { PostSkeletons } from './PostSkeletons.tsx'
import { ThreadReplies } from './ThreadReplies.tsx'
import type { ThreadTree } from './thread-tree.ts'
import { useStillBelow } from './use-still-below.ts'

interface Props {
  post: Post
  /** Undefined as long as the rest of the thread is on its way. */
  tree: ThreadTree | undefined
  /** As the address has it. */
  handle: string
}

/** A post at large, between what it answers and its replies. */
export function Thread({ post, tree, handle }: Props) {
  const { author } = post
  const above = useRef<HTMLDivElement>(null)
  const isBelow = tree !== undefined && tree.ancestors.length > 0
  useStillBelow(above, isBelow, threadName(post.id))
  if (author.handle !== handle)
    return <Navigate to="/@{$handle}/$postId" params={{ handle: author.handle, postId: post.id }} replace />
  return (
    <div className="thread">
      <TopBar title={t('Post')} tabTitle={t('Post by {who}', { who: author.displayName })} hasBack />
      <div ref={above}>{isBelow && <Ancestors ancestors={tree.ancestors} />}</div>
      <div className="thread-here" data-below={post.replyTo ? '' : undefined}>
        <PostCard entry={entryOf(post)} isOpened />
        <PostPrompt
          words={t('Answer {who}…', { who: `@${author.handle}` })}
          deed={t('Reply||verb')}
          replyTo={post}
        />
        <OutgoingPosts isShown={({ parent }) => isIn(parent, post.id, tree)} />
        {tree ? <ThreadReplies tree={tree} name={threadName(post.id)} /> : <PostSkeletons count={2} />}
      </div>
    </div>
  )
}

/** Whether a post stands below the one that is opened. */
const isIn = (post: Post | undefined, id: string, tree: ThreadTree | undefined) =>
  post?.id === id || tree?.branches.some((branch) => branch.id === post?.id) === true

const threadName = (id: string) => `thread ${id}`
