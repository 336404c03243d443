import type { Lifetime } from '@mayfly/contract/lifetimes'
import { ChevronUp, Hourglass } from 'lucide-react'
import { t } from '../language/words.ts'
import { wordsFor } from '../ui/LifetimeChips.tsx'

interface Props {
  lifetime: Lifetime
  isOpen: boolean
  toggle: () => void
}

/** Says how long the next message lives, and opens the choice. */
export function LifetimeToggle({ lifetime, isOpen, toggle }: Props) {
  return (
    <button type="button" className="lifetime-toggle" aria-expanded={isOpen} onClick={toggle}>
      <Hourglass size={16} aria-hidden="true" />
      {t('Burns for {time}', { time: wordsFor(lifetime) })}
      <ChevronUp size={16} aria-hidden="true" className={isOpen ? 'rotate-180' : ''} />
    </button>
  )
}
