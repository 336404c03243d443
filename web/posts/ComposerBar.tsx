import { limits } from '@mayfly/contract/limits'
import { EyeOff, LoaderCircle, Trash2 } from 'lucide-react'
import { type CSSProperties, useState } from 'react'
import { t } from '../language/words.ts'
import { PhotoPicker } from '../pictures/PhotoPicker.tsx'
import { CharacterRing } from '../ui/CharacterRing.tsx'
import { waitWords } from '../ui/wait-words.ts'
import { LanguageSelect } from './LanguageSelect.tsx'
import type { Writing } from './use-writing.ts'

interface Props {
  count: number
  countId: string
  hasWarning: boolean
  /** How long it shall live, as a part of the longest life. */
  burns: number
  language: string | null
  speak: (language: string) => void
  writing: Writing
  /** How many more photos there is room for. */
  room: number
  addPhotos: (files: File[]) => void
  toggleWarning: () => void
}

/** Below the text: what can be added to it, how much room is left, and off it goes. */
export function ComposerBar(props: Props) {
  const { count, countId, hasWarning, burns, language, speak, writing, room, addPhotos, toggleWarning } =
    props
  const { hasContent, canSend, sending, discard, putBy } = writing
  const [isAsking, setIsAsking] = useState(false)
  if (isAsking && hasContent)
    return (
      <div className="composer-bar flex-wrap justify-end">
        <p className="grow px-2 text-sm max-[25rem]:basis-full">{t('Discard this draft?')}</p>
        <button type="button" className="btn ghost sm" onClick={() => void putBy()}>
          {t('Keep for later')}
        </button>
        {/* biome-ignore lint/a11y/noAutofocus: the press on "Discard" led here, and the safe answer is the near one. */}
        <button type="button" className="btn ghost sm" autoFocus onClick={() => setIsAsking(false)}>
          {t('Write on')}
        </button>
        <button type="button" className="btn danger sm" onClick={discard}>
          {t('Discard')}
        </button>
      </div>
    )
  return (
    <div className="composer-bar">
      <PhotoPicker room={room} add={addPhotos} />
      <button
        type="button"
        className="act"
        aria-label={t('Content warning')}
        title={t('Content warning')}
        aria-pressed={hasWarning}
        onClick={toggleWarning}
      >
        <EyeOff size={20} aria-hidden="true" />
      </button>
      <LanguageSelect language={language} choose={speak} />
      {hasContent && (
        <button
          type="button"
          className="act"
          aria-label={t('Discard draft')}
          title={t('Discard draft')}
          onClick={() => setIsAsking(true)}
        >
          <Trash2 size={20} aria-hidden="true" />
        </button>
      )}
      <span className="ms-auto" />
      <CharacterRing id={countId} count={count} most={limits.postGraphemes} />
      <span className="send" style={{ '--life': burns } as CSSProperties}>
        <button
          type="submit"
          className="btn sm"
          aria-disabled={!canSend}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          {sending.isWaiting && (
            <LoaderCircle size={16} aria-hidden="true" className="motion-safe:animate-spin" />
          )}
          {wordOn(writing)}
        </button>
      </span>
    </div>
  )
}

function wordOn({ sending, sendWord, wait }: Writing): string {
  if (wait > 0) return waitWords(wait)
  return sending.isWaiting ? t('Waiting…') : sendWord
}
