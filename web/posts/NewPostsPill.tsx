import { ArrowUp } from 'lucide-react'
import { useEffect } from 'react'
import { announce } from '../ui/announce.ts'
import { isForShortcuts } from '../ui/shortcuts.ts'

interface Props {
  /** How many there are: `3 new posts`. */
  words: string
  show: () => void
}

/** New posts wait here until the reader wants them. */
export function NewPostsPill({ words, show }: Props) {
  useEffect(() => announce(words), [words])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '.' || !isForShortcuts(event)) return
      event.preventDefault()
      show()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [show])

  return (
    <div className="new-posts">
      <button type="button" aria-keyshortcuts="." onClick={show}>
        <ArrowUp size={16} aria-hidden="true" />
        {words}
      </button>
    </div>
  )
}
