import { useState } from 'react'
import { useCountdown } from './use-countdown.ts'
import { waitIn } from './wait-words.ts'

/** How long what was refused for coming too soon has to wait, in seconds, and whether it has waited. */
export function useWait() {
  const [wait, begin] = useCountdown()
  const [whole, setWhole] = useState(0)
  return {
    wait,
    /** What the refusal said of the wait is old by now. */
    isOver: whole > 0 && wait === 0,
    waitFor: (error: unknown) => {
      setWhole(waitIn(error))
      begin(waitIn(error))
    },
  }
}
