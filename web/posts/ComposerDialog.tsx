import type { Person } from '@mayfly/contract/people'
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { serverNow } from '../clock/server-clock.ts'
import { addPhotos } from '../pictures/trays.ts'
import { useDropAndPaste } from '../pictures/use-drop-and-paste.ts'
import { usePhotoTray } from '../pictures/use-photo-tray.ts'
import { Dialog } from '../ui/Dialog.tsx'
import type { Occasion } from './Composer.tsx'
import { ComposerForm } from './ComposerForm.tsx'
import { draftKey, dropOrphans } from './drafts.ts'
import { useDraft } from './use-draft.ts'

interface Props {
  me: Person
  occasion: Occasion
  close: () => void
}

const sayings = { nothing: '', soon: '', kept: 'Draft saved', failed: 'Drafts are not saved in this browser' }

/** The dialog in which posts and replies are written. Closing it keeps the draft. */
export function ComposerDialog({ me, occasion, close }: Props) {
  const { replyTo, quote } = occasion
  const key = draftKey(me.id, {
    ...(replyTo && { replyTo: replyTo.id }),
    ...(quote && { quoteOf: quote.id }),
  })
  const whole = useRef<HTMLDivElement>(null)
  const { draft, isRead, keeping, change, clear } = useDraft(key, quote?.id)
  const tray = usePhotoTray(key, isRead ? draft.photos : undefined, (photos) => change({ photos }))
  const isDropping = useDropAndPaste(whole, (files) => addPhotos(key, files))
  const [isOnItsOwn, setIsOnItsOwn] = useState(false)
  const parent = isOnItsOwn ? undefined : replyTo

  useEffect(() => {
    dropOrphans(new Date(serverNow())).catch(() => undefined)
  }, [])

  return (
    <Dialog isOpen onClose={close} labelledBy="composer-title" className="composer">
      <div ref={whole} data-dropping={isDropping ? '' : undefined}>
        <div className="flex items-center gap-2 px-4 pt-3">
          <button type="button" className="icon-btn -ml-3" aria-label="Close" onClick={close}>
            <X size={20} aria-hidden="true" />
          </button>
          <h2 id="composer-title" className="text-lg font-bold">
            {parent ? 'Reply' : quote ? 'Quote' : 'New post'}
          </h2>
          <span role="status" className="ml-auto text-right text-sm text-ink2">
            {sayings[keeping]}
          </span>
        </div>
        <ComposerForm
          {...{ me, parent, draft, tray, change, clear, close }}
          leaveParent={() => setIsOnItsOwn(true)}
        />
      </div>
    </Dialog>
  )
}
