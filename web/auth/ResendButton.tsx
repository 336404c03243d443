import { useEffect, useState } from 'react'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'

const WAIT_SECONDS = 30

interface Props {
  /** Whether a code was sent just now, so that the next one has to wait. */
  isSentAlready: boolean
  resend: () => Promise<unknown>
}

/** Sends another code, at most every 30 seconds. */
export function ResendButton({ isSentAlready, resend }: Props) {
  const [left, setLeft] = useState(isSentAlready ? WAIT_SECONDS : 0)

  useEffect(() => {
    if (left === 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1_000)
    return () => clearTimeout(timer)
  }, [left])

  const send = async () => {
    if (left > 0) return
    setLeft(WAIT_SECONDS)
    try {
      await resend()
      toast('A new code is on its way.')
    } catch (error) {
      setLeft(0)
      toast(sentenceFor(error))
    }
  }

  return (
    <button type="button" className="btn ghost sm" aria-disabled={left > 0} onClick={send}>
      {left > 0 ? `Send a new code in ${left} s` : 'Send a new code'}
    </button>
  )
}
