import type { Person } from '@mayfly/contract/people'
import type { Post } from '@mayfly/contract/posts'
import { endOf } from '../clock/life.ts'
import { useTimeLeft } from '../clock/use-now.ts'
import { savedFrom, stuckIn } from '../pictures/tray-photos.ts'
import { discardTray, forgetTray } from '../pictures/trays.ts'
import type { PhotoTrayState } from '../pictures/use-photo-tray.ts'
import { sentenceFor } from '../ui/sentence-for.ts'
import type { SavedDraft } from './drafts.ts'
import { useCarefulSending } from './use-careful-sending.ts'
import { problemWith, usePublishing } from './use-publishing.ts'

interface Given {
  me: Person
  parent: Post | undefined
  draft: SavedDraft
  tray: PhotoTrayState
  clear: () => Promise<void>
  close: () => void
}

export type Writing = ReturnType<typeof useWriting>

/** What stands in the way of a post that is being written, and how it goes out or away. */
export function useWriting({ me, parent, draft, tray, clear, close }: Given) {
  const finish = () => {
    void clear()
    close()
  }
  const publishing = usePublishing(me, () => {
    forgetTray(tray.tray)
    finish()
  })
  const letter = { ...draft, photos: savedFrom(tray.photos) }
  const sending = useCarefulSending(tray.photos, () => publishing.send(letter, parent?.id))

  const parentEnd = parent && endOf(parent.id)
  const isParentOver = useTimeLeft(parentEnd ?? Number.POSITIVE_INFINITY) <= 0 || publishing.isParentGone
  const isFaded = parent !== undefined && isParentOver
  const hasText = draft.body.trim() !== ''
  const hasContent = hasText || tray.photos.length > 0
  const problem = hasText || letter.photos.length > 0 ? problemWith(letter) : undefined
  const isUnderWay = publishing.isSending || sending.isWaiting
  const isStuck = stuckIn(tray.photos).length > 0
  const { wait } = publishing
  const canSend = hasContent && problem === undefined && !isUnderWay && !isFaded && !isStuck && wait === 0
  return {
    parentEnd,
    isFaded,
    hasContent,
    problem,
    failure: isFaded ? undefined : failureIn(publishing.error),
    isUnderWay,
    canSend,
    wait,
    sending,
    isSending: publishing.isSending,
    sendWord: parent ? 'Reply' : 'Post',
    send: () => {
      if (canSend) sending.begin()
    },
    discard: () => {
      discardTray(tray.tray)
      finish()
    },
    forgetError: publishing.forgetError,
  }
}

const failureIn = (error: Error | null) =>
  error ? `${sentenceFor(error)} Nothing that you typed is lost.` : undefined
