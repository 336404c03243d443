import { type Lifetime, lifetimeNames } from '@mayfly/contract/lifetimes'
import type { Person } from '@mayfly/contract/people'
import type { Post } from '@mayfly/contract/posts'
import { countGraphemes } from '@mayfly/contract/text'
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTimeLeft } from '../clock/use-now.ts'
import { sentenceFor } from '../ui/sentence-for.ts'
import { AnsweredPost } from './AnsweredPost.tsx'
import { ComposerBar } from './ComposerBar.tsx'
import { ComposerText } from './ComposerText.tsx'
import type { SavedDraft } from './drafts.ts'
import { FadedParent } from './FadedParent.tsx'
import { LifetimeChips } from './LifetimeChips.tsx'
import { endOf } from './post-life.ts'
import { problemWith, usePublishing } from './use-publishing.ts'
import { WarningField } from './WarningField.tsx'

interface Props {
  me: Person
  /** The post that is answered. */
  parent: Post | undefined
  /** What was meant as an answer shall be a post on its own. */
  leaveParent: () => void
  draft: SavedDraft
  change: (part: Partial<SavedDraft>) => void
  clear: () => Promise<void>
  close: () => void
}

export function ComposerForm({ me, parent, leaveParent, draft, change, clear, close }: Props) {
  const countId = useId()
  const form = useRef<HTMLFormElement>(null)
  const [isWarningNew, setIsWarningNew] = useState(false)
  const finish = () => {
    void clear()
    close()
  }
  const publishing = usePublishing(me, finish)
  const parentEnd = parent && endOf(parent.id)
  const isParentOver = useTimeLeft(parentEnd ?? Number.POSITIVE_INFINITY) <= 0 || publishing.isParentGone
  const hasText = draft.body.trim() !== ''
  const problem = hasText ? problemWith(draft) : undefined
  const isFaded = parent !== undefined && isParentOver
  const canSend = hasText && problem === undefined && !publishing.isSending && !isFaded
  const failure = isFaded ? undefined : failureIn(publishing.error)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (canSend) publishing.send(draft, parent?.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit()
  }
  const toggleWarning = () => {
    setIsWarningNew(true)
    change({ contentWarning: draft.contentWarning === null ? '' : null })
  }
  const postOnItsOwn = () => {
    publishing.forgetError()
    leaveParent()
  }

  return (
    <form ref={form} onSubmit={submit} onKeyDown={onKeyDown}>
      {parent && !isFaded && <AnsweredPost post={parent} />}
      {isFaded && <FadedParent postOnItsOwn={postOnItsOwn} />}
      {draft.contentWarning !== null && (
        <WarningField
          words={draft.contentWarning}
          change={(contentWarning) => change({ contentWarning })}
          takesFocus={isWarningNew}
        />
      )}
      <ComposerText
        body={draft.body}
        change={(body) => change({ body })}
        isReply={parent !== undefined}
        isReadOnly={publishing.isSending}
        isWrong={problem !== undefined}
        note={problem ?? failure}
        countId={countId}
      />
      <LifetimeChips
        chosen={draft.lifetime}
        choose={(lifetime) => change({ lifetime })}
        latestEnd={isFaded ? undefined : parentEnd}
      />
      <p className="px-4 pt-2 text-note text-faint">People can still take screenshots.</p>
      <ComposerBar
        count={countGraphemes(draft.body.trim().normalize('NFC'))}
        countId={countId}
        hasText={hasText}
        hasWarning={draft.contentWarning !== null}
        burns={shareOf(draft.lifetime)}
        canSend={canSend}
        isSending={publishing.isSending}
        sendWord={parent ? 'Reply' : 'Post'}
        toggleWarning={toggleWarning}
        discard={finish}
      />
    </form>
  )
}

/** The chosen life as a part of the longest one, each choice a step. */
const shareOf = (lifetime: Lifetime) => (lifetimeNames.indexOf(lifetime) + 1) / lifetimeNames.length

const failureIn = (error: Error | null) =>
  error ? `${sentenceFor(error)} Nothing that you typed is lost.` : undefined
