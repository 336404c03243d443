import { EyeOff } from 'lucide-react'

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
        <span className="sr-only">Content warning: </span>
        {words}
      </span>
      <span className="shrink-0 text-ink2">{isOpen ? 'Hide' : 'Show'}</span>
    </button>
  )
}
