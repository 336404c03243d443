import { Trash2 } from 'lucide-react'
import { wordsFor } from '../ui/LifetimeChips.tsx'
import { answeredBy, type KeptDraft } from './drafts.ts'

interface Props {
  kept: KeptDraft
  open: () => void
  discard: () => void
}

/** A draft in the list of drafts. */
export function DraftRow({ kept, open, discard }: Props) {
  const { draft } = kept
  const words = draft.contentWarning || draft.body.trim() || 'Without words'
  return (
    <li className="draft">
      <button type="button" className="draft-open" onClick={open}>
        <span dir="auto" className="line-clamp-3 wrap-anywhere whitespace-pre-line">
          {words}
        </span>
        <span className="block text-sm text-ink2">{factsOf(kept).join(' · ')}</span>
      </button>
      <button type="button" className="icon-btn" aria-label="Discard draft" onClick={discard}>
        <Trash2 size={18} aria-hidden="true" />
      </button>
    </li>
  )
}

function factsOf(kept: KeptDraft): string[] {
  const { draft } = kept
  const kind = answeredBy(kept) ? 'Reply' : draft.quoteOf ? 'Quote' : 'Post'
  const photos = draft.photos.length
  return [
    kind,
    `burns for ${wordsFor(draft.lifetime)}`,
    ...(photos > 0 ? [photos === 1 ? '1 photo' : `${photos} photos`] : []),
  ]
}
