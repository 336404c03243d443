import type { Person } from '@mayfly/contract/people'
import { Link } from '@tanstack/react-router'
import { set } from 'idb-keyval'
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { serverNow } from '../clock/server-clock.ts'
import { type Text, t } from '../language/words.ts'
import { savedFrom } from '../pictures/tray-photos.ts'
import { addPhotos } from '../pictures/trays.ts'
import { useDropAndPaste } from '../pictures/use-drop-and-paste.ts'
import { usePhotoTray } from '../pictures/use-photo-tray.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ComposerForm } from './ComposerForm.tsx'
import type { Occasion } from './composer-store.ts'
import { draftKey, dropOrphans, spareDraftKey } from './drafts.ts'
import { settleSent } from './settle-sent.ts'
import { useDraft } from './use-draft.ts'

interface Props {
  me: Person
  occasion: Occasion
  close: () => void
}

const sayings = {
  nothing: undefined,
  soon: undefined,
  kept: 'Draft saved',
  failed: 'Drafts are not saved in this browser',
} as const satisfies Record<string, Text | undefined>

/** The dialog in which posts and replies are written. Closing it keeps the draft. */
export function ComposerDialog({ me, occasion, close }: Props) {
  const { replyTo, quote } = occasion
  const key = occasion.draft ?? draftKey(me.id, { replyTo: replyTo?.id, quoteOf: quote?.id })
  const whole = useRef<HTMLDivElement>(null)
  const { draft, isRead, keeping, change, clear } = useDraft(key, quote?.id)
  const tray = usePhotoTray(key, isRead ? draft.photos : undefined, (photos) => change({ photos }))
  const isDropping = useDropAndPaste(whole, (files) => addPhotos(key, files))
  const [isOnItsOwn, setIsOnItsOwn] = useState(false)
  const parent = isOnItsOwn ? undefined : replyTo
  const saying = sayings[keeping]

  const putBy = () => {
    const photos = savedFrom(tray.photos)
    return set(spareDraftKey(me.id), { ...draft, photos, replyTo: parent?.id ?? null })
  }

  useEffect(() => {
    dropOrphans(new Date(serverNow())).catch(() => undefined)
    settleSent(me, serverNow()).catch(() => undefined)
  }, [me])

  return (
    <Dialog isOpen onClose={close} labelledBy="composer-title" className="composer">
      <div ref={whole} data-dropping={isDropping ? '' : undefined}>
        <div className="flex items-center gap-2 px-4 pt-3">
          <button type="button" className="icon-btn -ms-3" aria-label={t('Close')} onClick={close}>
            <X size={20} aria-hidden="true" />
          </button>
          <h2 id="composer-title" className="text-lg font-bold">
            {parent ? t('Reply') : quote ? t('Quote') : t('New post')}
          </h2>
          <span role="status" className="ms-auto text-end text-sm text-ink2">
            {saying && t(saying)}
          </span>
          <Link to="/drafts" className="link text-sm" onClick={close}>
            {t('Drafts')}
          </Link>
        </div>
        <ComposerForm
          {...{ me, parent, draft, tray, change, clear, close, putBy }}
          leaveParent={() => setIsOnItsOwn(true)}
        />
      </div>
    </Dialog>
  )
}
