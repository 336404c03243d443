import { t } from '../language/words.ts'
import { sentenceFor } from './sentence-for.ts'
import { toast } from './toast-store.ts'
import { useCountdown } from './use-countdown.ts'
import { waitIn } from './wait-words.ts'

const WAIT_SECONDS = 30

interface Props {
  /** Whether a code was sent just now, so that the next one has to wait. */
  isSentAlready: boolean
  resend: () => Promise<unknown>
}

/** Sends another code, at most every 30 seconds. */
export function ResendButton({ isSentAlready, resend }: Props) {
  const [left, wait] = useCountdown(isSentAlready ? WAIT_SECONDS : 0)

  const send = async () => {
    if (left > 0) return
    wait(WAIT_SECONDS)
    try {
      await resend()
      toast(t('A new code is on its way.'))
    } catch (error) {
      wait(waitIn(error))
      toast(sentenceFor(error))
    }
  }

  return (
    <button type="button" className="btn ghost sm" aria-disabled={left > 0} onClick={send}>
      {left > 0 ? t('Send a new code in {seconds} s', { seconds: left }) : t('Send a new code')}
    </button>
  )
}
