import { EyeOff } from 'lucide-react'
import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'

interface Props {
  id: string
  words: string
  isOpen: boolean
  toggle: () => void
}

/** The author's own words before what they wrote, which stays folded until it is asked for. */
export function ContentWarning({ id, words, isOpen, toggle }: Props) {
  return (
    <button type="button" className="warning" aria-expanded={isOpen} aria-keyshortcuts="x" onClick={toggle}>
      <EyeOff size={16} aria-hidden="true" />
      <span id={id} dir="auto" className="grow">
        {rich('<unseen>Content warning: </unseen>{words}', {
          // What is read aloud alone has no part in the direction of the words.
          unseen: (aloud) => <bdi className="sr-only">{aloud}</bdi>,
          words,
        })}
      </span>
      <span className="shrink-0 text-ink2">{isOpen ? t('Hide') : t('Show')}</span>
    </button>
  )
}
