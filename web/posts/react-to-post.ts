import type { Post } from '@mayfly/contract/posts'
import { api } from '../api.ts'
import { shortMoment } from '../clock/moment.ts'
import { serverNow } from '../clock/server-clock.ts'
import { type Text, t } from '../language/words.ts'
import { isFirstTime } from '../ui/once.ts'
import { toast } from '../ui/toast-store.ts'
import { queryClient, readKey } from '../use-api.ts'
import { wish } from '../wishes.ts'
import { noteReaction } from './feed-cache.ts'
import { changePost } from './post-cache.ts'
import { hasReacted, type Reaction, reactionKey, withReaction } from './reactions.ts'

const routes = {
  like: { set: 'likePost', takeBack: 'unlikePost' },
  repost: { set: 'repostPost', takeBack: 'undoRepost' },
  bookmark: { set: 'bookmarkPost', takeBack: 'removeBookmark' },
} as const

const refusals = {
  like: ['Not liked', 'Still liked'],
  repost: ['Not reposted', 'Still reposted'],
  bookmark: ['Not bookmarked', 'Still bookmarked'],
} as const satisfies Record<Reaction, readonly [Text, Text]>

/** Sets what this reader does with a post: shown at once, taken back when the server says no. */
export function reactToPost(post: Post, reaction: Reaction, isWanted: boolean): void {
  const { id } = post
  const { set, takeBack } = routes[reaction]
  void queryClient.cancelQueries({ queryKey: readKey('showPost', { id }), exact: true })
  void wish(
    {
      key: reactionKey(reaction, id),
      isSet: hasReacted(post, reaction),
      show: (isSet) => changePost(id, (known) => withReaction(known, reaction, isSet)),
      send: (isSet) => api[isSet ? set : takeBack]({ id }),
      onDone: (_, isSet) => noteReaction(reaction, id, isSet),
      refusal: (wasWanted) => t(refusals[reaction][wasWanted ? 0 : 1]),
    },
    isWanted,
  )
  if (reaction === 'bookmark' && isWanted && isFirstTime('bookmark'))
    toast(
      t('Bookmarked, for you alone. Bookmarks fade too: this one goes {when}, with its post.', {
        when: endOf(post),
      }),
    )
}

const endOf = (post: Post) => shortMoment(Date.parse(post.expiresAt), serverNow())
