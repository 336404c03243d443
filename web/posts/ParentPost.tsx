import { entryOf } from './feed-pages.ts'
import { PostCard } from './PostCard.tsx'
import { PostSkeletons } from './PostSkeletons.tsx'
import { useOnePost } from './use-one-post.ts'

/** The post that is answered, above its answer; the wick leads on from it. */
export function ParentPost({ id }: { id: string }) {
  const answer = useOnePost(id)
  if (answer.state === 'live') return <PostCard entry={entryOf(answer.post)} leadsOn />
  if (answer.state === 'reading') return <PostSkeletons count={1} />
  const words = {
    faded: 'The post that this answers has faded',
    deleted: 'You deleted the post that this answers',
    missing: 'The post that this answers is gone',
    failed: 'The post that this answers could not be read',
  }
  return <p className="ash">{words[answer.state]}</p>
}
