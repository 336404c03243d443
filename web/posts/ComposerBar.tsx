import { EyeOff, LoaderCircle, Trash2 } from 'lucide-react'
import { type CSSProperties, useState } from 'react'
import { CharacterRing } from './CharacterRing.tsx'

interface Props {
  count: number
  countId: string
  hasText: boolean
  hasWarning: boolean
  /** How long it shall live, as a part of the longest life. */
  burns: number
  canSend: boolean
  isSending: boolean
  sendWord: string
  toggleWarning: () => void
  discard: () => void
}

/** Below the text: what can be added to it, how much room is left, and off it goes. */
export function ComposerBar(props: Props) {
  const { count, countId, hasText, hasWarning, burns, canSend, isSending, sendWord, toggleWarning, discard } =
    props
  const [isAsking, setIsAsking] = useState(false)
  if (isAsking && hasText)
    return (
      <div className="composer-bar">
        <p className="grow px-2 text-sm">Discard this draft?</p>
        {/* biome-ignore lint/a11y/noAutofocus: the press on "Discard" led here, and the safe answer is the near one. */}
        <button type="button" className="btn ghost sm" autoFocus onClick={() => setIsAsking(false)}>
          Keep it
        </button>
        <button type="button" className="btn danger sm" onClick={discard}>
          Discard
        </button>
      </div>
    )
  return (
    <div className="composer-bar">
      <button
        type="button"
        className="act"
        aria-label="Content warning"
        title="Content warning"
        aria-pressed={hasWarning}
        onClick={toggleWarning}
      >
        <EyeOff size={20} aria-hidden="true" />
      </button>
      {hasText && (
        <button
          type="button"
          className="act"
          aria-label="Discard draft"
          title="Discard draft"
          onClick={() => setIsAsking(true)}
        >
          <Trash2 size={20} aria-hidden="true" />
        </button>
      )}
      <span className="ml-auto" />
      <CharacterRing id={countId} count={count} />
      <span className="send" style={{ '--life': burns } as CSSProperties}>
        <button
          type="submit"
          className="btn sm"
          aria-disabled={!canSend}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          {isSending && <LoaderCircle size={16} aria-hidden="true" className="motion-safe:animate-spin" />}
          {isSending ? 'Posting…' : sendWord}
        </button>
      </span>
    </div>
  )
}
