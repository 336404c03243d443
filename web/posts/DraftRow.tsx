import { Trash2 } from 'lucide-react'
import { t } from '../language/words.ts'
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
  const words = draft.contentWarning || draft.body.trim() || t('Without words')
  return (
    <li className="draft">
      <button type="button" className="draft-open" onClick={open}>
        <span dir="auto" className="line-clamp-3 wrap-anywhere whitespace-pre-line">
          {words}
        </span>
        <span className="block text-sm text-ink2">{factsOf(kept).join(' · ')}</span>
      </button>
      <button type="button" className="icon-btn" aria-label={t('Discard draft')} onClick={discard}>
        <Trash2 size={18} aria-hidden="true" />
      </button>
    </li>
  )
}

function factsOf(kept: KeptDraft): string[] {
  const { draft } = kept
  const kind = answeredBy(kept) ? t('Reply') : draft.quoteOf ? t('Quote') : t('Post')
  const count = draft.photos.length
  return [
    kind,
    t('burns for {lifetime}', { lifetime: wordsFor(draft.lifetime) }),
    ...(count > 0 ? [t('{count, plural, one {# photo} other {# photos}}', { count })] : []),
  ]
}
