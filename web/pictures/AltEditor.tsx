import { limits } from '@mayfly/contract/limits'
import { countGraphemes } from '@mayfly/contract/text'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { t } from '../language/words.ts'
import { Dialog } from '../ui/Dialog.tsx'
import type { TrayPhoto } from './tray-photos.ts'
import { describePhoto } from './trays.ts'
import { useObjectUrl } from './use-object-url.ts'

interface Props {
  tray: string
  photos: readonly TrayPhoto[]
  /** The key of the photo that is described. */
  described: string
  describe: (key: string | undefined) => void
}

/** Where a photo gets its description. What is typed is kept with each letter, so that closing loses nothing. */
export function AltEditor({ tray, photos, described, describe }: Props) {
  const id = useId()
  const textarea = useRef<HTMLTextAreaElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: on to the next photo, the focus is in its text again.
  useEffect(() => textarea.current?.focus(), [described])
  const place = photos.findIndex(({ key }) => key === described)
  const photo = photos[place]
  const url = useObjectUrl(photo?.preview)
  if (photo === undefined) return null

  const count = countGraphemes(photo.alt.trim())
  const most = limits.altGraphemes
  const isTooLong = count > most
  const next = photos.find(({ key, alt }) => key !== described && alt.trim() === '')
  const close = () => describe(undefined)
  const onKeyDown = (event: KeyboardEvent) => {
    // Around this is the form of the post, which has keys of its own.
    event.stopPropagation()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isTooLong) close()
  }
  return (
    <Dialog isOpen onClose={close} labelledBy={`${id}-title`} className="alt-editor">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the textarea inside. */}
      <div className="alt-editor-body" onKeyDown={onKeyDown}>
        <h2 id={`${id}-title`} className="text-lg font-bold">
          {photos.length > 1
            ? t('Describe photo {place} of {count}', { place: place + 1, count: photos.length })
            : t('Describe this photo')}
        </h2>
        <div className="alt-picture">{url && <img src={url} alt="" />}</div>
        <label htmlFor={id} className="text-sm text-ink2">
          {t(
            "What is to be seen, in a sentence or two? People who don't see it have it read aloud, and it stands in for a photo that doesn't load.",
          )}
        </label>
        <textarea
          ref={textarea}
          id={id}
          data-autofocus=""
          dir="auto"
          className="input alt-text"
          value={photo.alt}
          aria-invalid={isTooLong}
          aria-describedby={`${id}-count`}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onChange={(event) => describePhoto(tray, described, event.target.value)}
        />
        <p id={`${id}-count`} role="status" className={isTooLong ? 'alt-count text-like' : 'alt-count'}>
          {isTooLong
            ? t('This is too long. {count} of {most} characters', { count, most })
            : t('{count} of {most} characters', { count, most })}
        </p>
        <div className="flex flex-wrap justify-end gap-3">
          {next && (
            <button
              type="button"
              className="btn ghost"
              aria-disabled={isTooLong}
              onClick={() => !isTooLong && describe(next.key)}
            >
              {t('Save, next photo')}
            </button>
          )}
          <button
            type="button"
            className="btn"
            aria-disabled={isTooLong}
            onClick={() => !isTooLong && close()}
          >
            {t('Save')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
