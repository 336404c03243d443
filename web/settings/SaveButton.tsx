import { t } from '../language/words.ts'
import { waitWords } from '../ui/wait-words.ts'

interface Props {
  isSending: boolean
  /** Seconds until it may be sent again. */
  wait: number
  children: string
}

/** Sends a form of the settings. Stays in reach while it is on its way, so that the focus is not lost. */
export function SaveButton({ isSending, wait, children }: Props) {
  const words = wait > 0 ? waitWords(wait) : children
  return (
    <button type="submit" className="btn justify-self-start" aria-disabled={isSending || wait > 0}>
      {isSending ? t('One moment…') : words}
    </button>
  )
}
