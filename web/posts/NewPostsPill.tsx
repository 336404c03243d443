import { ArrowUp } from 'lucide-react'
import { useEffect } from 'react'
import { announce } from '../ui/announce.ts'
import { isForShortcuts } from '../ui/shortcuts.ts'

interface Props {
  count: number
  /** Whether there are more than were counted. */
  isMore: boolean
  show: () => void
  /** How one of them is called, and several. */
  nouns?: readonly [one: string, several: string]
}

/** New posts wait here until the reader wants them. */
export function NewPostsPill({ count, isMore, show, nouns = ['post', 'posts'] }: Props) {
  const words = `${count}${isMore ? '+' : ''} new ${nouns[count === 1 ? 0 : 1]}`

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
