import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Text, t } from '../language/words.ts'
import { useLightbox } from '../pictures/lightbox-store.ts'
import { useSession } from '../session/use-session.ts'
import { useSignInFirst } from '../session/use-sign-in-first.ts'
import { mute } from '../ties/mute.ts'
import { announce } from '../ui/announce.ts'
import { useComposer } from './composer-store.ts'
import type { Entry } from './feed-pages.ts'
import { knownPost } from './post-cache.ts'
import type { PostDeeds } from './post-keys.ts'
import { reactToPost } from './react-to-post.ts'
import { hasReacted, type Reaction } from './reactions.ts'
import { sharePost } from './share-post.ts'

/** What can be done with a post by key and by press, and whether its warning is unfolded. */
export function usePostDeeds(entry: Entry): PostDeeds & { isUnfolded: boolean } {
  const [isUnfolded, setIsUnfolded] = useState(false)
  const [likes, setLikes] = useState(0)
  const navigate = useNavigate()
  const { me } = useSession()
  const signInFirst = useSignInFirst()
  const enlarge = useLightbox((lightbox) => lightbox.open)
  const compose = useComposer((composer) => composer.open)
  const toggle = (reaction: Reaction) => () =>
    signInFirst(() => {
      const post = knownPost(entry.id)
      if (post === undefined) return
      const isWanted = !hasReacted(post, reaction)
      if (reaction === 'like' && isWanted) setLikes((count) => count + 1)
      reactToPost(post, reaction, isWanted)
      announce(t(sayings[reaction][isWanted ? 0 : 1]))
    })
  return {
    isUnfolded,
    likes,
    unfold: () => setIsUnfolded(!isUnfolded),
    open: () =>
      void navigate({ to: '/@{$handle}/$postId', params: { handle: entry.handle, postId: entry.id } }),
    reply: () => signInFirst(() => compose({ replyTo: knownPost(entry.id) })),
    quote: () => signInFirst(() => compose({ quote: knownPost(entry.id) })),
    like: toggle('like'),
    repost: toggle('repost'),
    bookmark: toggle('bookmark'),
    enlarge: () => {
      const post = knownPost(entry.id)
      if (post === undefined || post.photos.length === 0) return
      if (post.contentWarning !== null && !isUnfolded) return
      enlarge({ postId: post.id, photos: post.photos, index: 0 })
    },
    mute: () =>
      signInFirst(() => {
        if (me?.handle !== entry.handle) mute(entry.handle, true)
      }),
    share: () => {
      const post = knownPost(entry.id)
      if (post) void sharePost(post)
    },
  }
}

const sayings = {
  like: ['Liked', 'No longer liked'],
  repost: ['Reposted', 'Repost taken back'],
  bookmark: ['Bookmarked', 'Bookmark removed'],
} as const satisfies Record<Reaction, readonly [Text, Text]>
