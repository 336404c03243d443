import { t } from '../language/words.ts'
import { waitWords } from './wait-words.ts'

interface Props {
  isSending: boolean
  /** Seconds until it may be sent again. */
  wait?: number
  children: string
}

/** Stays in reach while the form is on its way, so that the focus is not lost. */
export function SubmitButton({ isSending, wait = 0, children }: Props) {
  const words = wait > 0 ? waitWords(wait) : children
  return (
    <button type="submit" className="btn w-full" aria-disabled={isSending || wait > 0}>
      {isSending ? t('One moment…') : words}
    </button>
  )
}
