import type { Person } from '@mayfly/contract/people'
import type { Post } from '@mayfly/contract/posts'
import { Refusal } from '@mayfly/contract/refusal'
import { useEffect, useState } from 'react'
import { endOf } from '../clock/life.ts'
import { useTimeLeft } from '../clock/use-now.ts'
import { t } from '../language/words.ts'
import { savedFrom, stuckIn } from '../pictures/tray-photos.ts'
import { discardTray, forgetTray } from '../pictures/trays.ts'
import type { PhotoTrayState } from '../pictures/use-photo-tray.ts'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { useCountdown } from '../ui/use-countdown.ts'
import { waitIn } from '../ui/wait-words.ts'
import { isSpare, type SavedDraft, spareDraftKey } from './drafts.ts'
import { problemWith } from './letter.ts'
import { forgetFailure, sendSoon, useOutgoing } from './send-soon.ts'
import { useCarefulSending } from './use-careful-sending.ts'

interface Given {
  me: Person
  parent: Post | undefined
  draft: SavedDraft
  tray: PhotoTrayState
  clear: () => Promise<void>
  close: () => void
  /** Keeps it in another place, so that the next post can be begun. */
  putBy: () => Promise<void>
}

export type Writing = ReturnType<typeof useWriting>

/** What stands in the way of a post that is being written, and how it goes out or away. */
export function useWriting({ me, parent, draft, tray, clear, close, putBy }: Given) {
  const [failed] = useState(() => useOutgoing.getState().failures[tray.tray])
  const [wait] = useCountdown(waitIn(failed))
  useEffect(() => forgetFailure(tray.tray), [tray.tray])
  const [error, setError] = useState(failed)
  const isOld = waitIn(error) > 0 && wait === 0
  const failure = isOld ? undefined : error
  const finish = () => {
    void clear()
    close()
  }
  const letter = { ...draft, replyTo: parent?.id ?? null, photos: savedFrom(tray.photos), sentAt: null }
  const sending = useCarefulSending(tray.photos, () => {
    if (!navigator.onLine) {
      setError(new TypeError('There is no line.'))
      return
    }
    forgetTray(tray.tray)
    finish()
    // What comes back after a try stays where it is.
    const key = isSpare(tray.tray) ? tray.tray : spareDraftKey(me.id)
    sendSoon({ key, me, draft: letter, parent })
  })

  const isParentGone = failure instanceof Refusal && 'replyTo' in failure.fields
  const parentEnd = parent && endOf(parent.id)
  const isFaded =
    useTimeLeft(parentEnd ?? Number.POSITIVE_INFINITY) <= 0 || (parent !== undefined && isParentGone)
  const hasText = draft.body.trim() !== ''
  const hasContent = hasText || tray.photos.length > 0
  const problem = hasText || letter.photos.length > 0 ? problemWith(letter) : undefined
  const isStuck = stuckIn(tray.photos).length > 0
  const canSend =
    hasContent && problem === undefined && !sending.isWaiting && !isFaded && !isStuck && wait === 0
  return {
    parentEnd,
    isFaded,
    hasContent,
    problem,
    failure: isFaded ? undefined : failureIn(failure),
    canSend,
    wait,
    sending,
    sendWord: parent ? t('Reply||verb') : t('Post||verb'),
    send: () => {
      if (canSend) sending.begin()
    },
    discard: () => {
      discardTray(tray.tray)
      finish()
    },
    putBy: async () => {
      await putBy()
      toast(t('Kept in your drafts.'))
      forgetTray(tray.tray)
      finish()
    },
    forgetError: () => setError(undefined),
  }
}

const failureIn = (error: Error | undefined) =>
  error ? t('{reason} Nothing that you typed is lost.', { reason: sentenceFor(error) }) : undefined
