import { ArrowDown } from 'lucide-react'
import { t } from '../language/words.ts'

interface Props {
  /** How many messages came meanwhile. */
  count: number
  show: () => void
}

/** Leads back to the end. New messages wait there: the view does not go to them by itself. */
export function NewestButton({ count, show }: Props) {
  const words =
    count === 0 ? t('Newest') : t('{n, plural, one {# new message} other {# new messages}}', { n: count })
  return (
    <button type="button" className="newest" data-news={count > 0 ? '' : undefined} onClick={show}>
      <ArrowDown size={16} aria-hidden="true" />
      {words}
    </button>
  )
}
