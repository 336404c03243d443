import type { Post } from '@mayfly/contract/posts'
import { Link } from '@tanstack/react-router'
import { lifeOf } from '../clock/life.ts'
import { PhotoGrid } from '../pictures/PhotoGrid.tsx'
import { useSession } from '../session/use-session.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { LinkedText } from '../ui/LinkedText.tsx'
import { ContentWarning } from './ContentWarning.tsx'
import { PostActions } from './PostActions.tsx'
import { PostHeader } from './PostHeader.tsx'
import { PostLife } from './PostLife.tsx'
import { PostTimes } from './PostTimes.tsx'
import type { PostDeeds } from './post-keys.ts'
import { QuoteCard } from './QuoteCard.tsx'
import type { Ending } from './use-ending.ts'

interface Props {
  post: Post
  left: number
  ending: Ending
  isOpened: boolean
  isSmall: boolean
  isUnfolded: boolean
  deeds: PostDeeds
}

/** What stands in a post's card while it lives. */
export function LivePost({ post, left, ending, isOpened, isSmall, isUnfolded, deeds }: Props) {
  const { author, contentWarning } = post
  const { me } = useSession()
  return (
    <>
      <Link
        to="/@{$handle}"
        params={{ handle: author.handle }}
        data-person={author.handle}
        className="post-face"
        tabIndex={-1}
        aria-hidden="true"
      >
        <Avatar person={author} size={isSmall ? 32 : 44} />
      </Link>
      <span className="wick" aria-hidden="true" />
      <div className="min-w-0">
        <PostHeader post={post} left={left} ending={ending} nameId={`${post.id}-name`} />
        {contentWarning !== null && (
          <ContentWarning
            id={`${post.id}-warning`}
            words={contentWarning}
            isOpen={isUnfolded}
            toggle={deeds.unfold}
          />
        )}
        {isUnfolded && post.body !== '' && (
          <LinkedText
            className="post-body"
            id={`${post.id}-body`}
            text={post.body}
            language={post.language}
            mentions={post.mentions}
          />
        )}
        {isUnfolded && <PhotoGrid postId={post.id} photos={post.photos} />}
        {isUnfolded && post.quoteOf !== null && <QuoteCard id={post.quoteOf} post={post.quoted} />}
        {isOpened && <PostTimes post={post} />}
        {isOpened && me?.id === author.id && <PostLife post={post} life={lifeOf(post.id, left).life} />}
        <PostActions post={post} deeds={deeds} />
      </div>
    </>
  )
}
