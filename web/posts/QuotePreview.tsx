import { X } from 'lucide-react'
import { t } from '../language/words.ts'
import { QuoteCard } from './QuoteCard.tsx'
import { useOnePost } from './use-one-post.ts'

/** What a post that is being written quotes. It can be taken out again. */
export function QuotePreview({ id, remove }: { id: string; remove: () => void }) {
  const answer = useOnePost(id)
  return (
    <section aria-label={t('Quoted post')} className="quote-preview">
      {answer.state === 'reading' ? (
        <div className="sk h-16" />
      ) : (
        <QuoteCard id={id} post={answer.state === 'live' ? answer.post : null} />
      )}
      <button type="button" className="icon-btn" aria-label={t('Do not quote it')} onClick={remove}>
        <X size={18} aria-hidden="true" />
      </button>
    </section>
  )
}
