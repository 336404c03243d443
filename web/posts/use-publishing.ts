import type { Person } from '@mayfly/contract/people'
import { Draft, type Post } from '@mayfly/contract/posts'
import { Refusal } from '@mayfly/contract/refusal'
import { useRouter } from '@tanstack/react-router'
import { shortMoment } from '../clock/moment.ts'
import { serverNow } from '../clock/server-clock.ts'
import { toast } from '../ui/toast-store.ts'
import { useWait } from '../ui/use-wait.ts'
import { useWrite } from '../use-api.ts'
import type { SavedDraft } from './drafts.ts'
import { publish } from './feed-cache.ts'
import { usualLanguage } from './languages.ts'

/** What is sent for a draft. */
function letterOf(
  { body, lifetime, contentWarning, language, quoteOf, photos }: SavedDraft,
  replyTo: string | undefined,
) {
  const warning = contentWarning?.trim()
  const spoken = language ?? usualLanguage()
  const sent = photos.map(({ id, alt }) => ({ id, alt }))
  return {
    body,
    lifetime,
    photos: sent,
    ...(warning && { contentWarning: warning }),
    ...(spoken && { language: spoken }),
    ...(quoteOf && { quoteOf }),
    ...(replyTo && { replyTo }),
  }
}

/** The contract's own sentence on what is wrong with a draft, or undefined when it can be sent. */
export function problemWith(draft: SavedDraft): string | undefined {
  const answer = Draft.safeParse(letterOf(draft, undefined))
  return answer.success ? undefined : answer.error.issues[0]?.message
}

/** Sends a draft. Whatever was typed stays with the caller until `onPosted`. */
export function usePublishing(me: Person, onPosted: () => void) {
  const router = useRouter()
  const { wait, isOver, waitFor } = useWait()
  const write = useWrite('createPost', {
    onError: waitFor,
    onSuccess: (post) => {
      publish(post, me)
      onPosted()
      toast(`${post.replyTo ? 'Reply posted' : 'Posted'}. Gone ${endOf(post)}.`, {
        action: { label: 'View', run: () => view(post) },
      })
    },
  })
  const view = (post: Post) =>
    void router.navigate({
      to: '/@{$handle}/$postId',
      params: { handle: post.author.handle, postId: post.id },
    })
  return {
    send: (draft: SavedDraft, replyTo: string | undefined) => write.mutate(letterOf(draft, replyTo)),
    isSending: write.isPending,
    error: isOver ? null : write.error,
    /** Seconds until it may be sent again. */
    wait,
    isParentGone: write.error instanceof Refusal && 'replyTo' in write.error.fields,
    forgetError: write.reset,
  }
}

const endOf = (post: Post) => shortMoment(Date.parse(post.expiresAt), serverNow())
