import type { Person } from '@mayfly/contract/people'
import type { Post } from '@mayfly/contract/posts'
import { countGraphemes } from '@mayfly/contract/text'
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { t } from '../language/words.ts'
import { AltReminder } from '../pictures/AltReminder.tsx'
import { PhotoTray } from '../pictures/PhotoTray.tsx'
import { missingAlt, roomIn } from '../pictures/tray-photos.ts'
import { addPhotos } from '../pictures/trays.ts'
import type { PhotoTrayState } from '../pictures/use-photo-tray.ts'
import { LifetimeChips, shareOf } from '../ui/LifetimeChips.tsx'
import { AnsweredPost } from './AnsweredPost.tsx'
import { ComposerBar } from './ComposerBar.tsx'
import { ComposerText } from './ComposerText.tsx'
import type { SavedDraft } from './drafts.ts'
import { FadedParent } from './FadedParent.tsx'
import { QuotePreview } from './QuotePreview.tsx'
import { useWriting, type Writing } from './use-writing.ts'
import { WarningField } from './WarningField.tsx'

interface Props {
  me: Person
  /** The post that is answered. */
  parent: Post | undefined
  /** What was meant as an answer shall be a post on its own. */
  leaveParent: () => void
  draft: SavedDraft
  tray: PhotoTrayState
  change: (part: Partial<SavedDraft>) => void
  clear: () => Promise<void>
  close: () => void
  putBy: () => Promise<void>
}

/** The form of the composer. */
export function ComposerForm(props: Props) {
  const { me, parent, leaveParent, draft, tray, change, clear, close, putBy } = props
  const countId = useId()
  const form = useRef<HTMLFormElement>(null)
  const [isWarningNew, setIsWarningNew] = useState(false)
  const writing = useWriting({ me, parent, draft, tray, clear, close, putBy })
  const { isFaded, parentEnd, problem } = writing

  const submit = (event: FormEvent) => {
    event.preventDefault()
    writing.send()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit()
  }
  const toggleWarning = () => {
    setIsWarningNew(true)
    change({ contentWarning: draft.contentWarning === null ? '' : null })
  }
  const postOnItsOwn = () => {
    writing.forgetError()
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
        quote={draft.quoteOf === null ? (quoteOf) => change({ quoteOf }) : undefined}
        isReply={parent !== undefined}
        isReadOnly={writing.sending.isWaiting}
        isWrong={problem !== undefined}
        note={problem ?? writing.failure}
        countId={countId}
      />
      <PhotoTray state={tray} />
      {draft.quoteOf !== null && <QuotePreview id={draft.quoteOf} remove={() => change({ quoteOf: null })} />}
      <div className="px-4">
        <LifetimeChips
          chosen={draft.lifetime}
          choose={(lifetime) => change({ lifetime })}
          latestEnd={isFaded ? undefined : parentEnd}
        />
      </div>
      <p className="px-4 pt-2 text-note text-faint">{t('People can still take screenshots.')}</p>
      <AskForDescriptions writing={writing} tray={tray} />
      <ComposerBar
        count={countGraphemes(draft.body.trim().normalize('NFC'))}
        countId={countId}
        hasWarning={draft.contentWarning !== null}
        burns={shareOf(draft.lifetime)}
        language={draft.language}
        speak={(language) => change({ language })}
        writing={writing}
        room={roomIn(tray.photos)}
        addPhotos={(files) => addPhotos(tray.tray, files)}
        toggleWarning={toggleWarning}
      />
    </form>
  )
}

function AskForDescriptions({ writing, tray }: { writing: Writing; tray: PhotoTrayState }) {
  const { sending, parentEnd } = writing
  if (!sending.isAsking) return null
  const addDescriptions = () => {
    sending.stop()
    tray.describe(tray.photos.find(({ alt }) => alt.trim() === '')?.key)
  }
  return (
    <AltReminder
      missing={missingAlt(tray.photos)}
      isReply={parentEnd !== undefined}
      sendAnyway={sending.goOn}
      addDescriptions={addDescriptions}
    />
  )
}
