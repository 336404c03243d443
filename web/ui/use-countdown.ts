import { useEffect, useState } from 'react'

const SECOND = 1_000

/**
 * Counts whole seconds down to 0, by the device's clock: browsers hold timers back where nobody looks.
 * @returns what is left, and what begins anew with so many seconds
 */
export function useCountdown(first = 0): [left: number, begin: (seconds: number) => void] {
  const [left, setLeft] = useState(first)
  const [end, setEnd] = useState(() => Date.now() + first * SECOND)
  useEffect(() => {
    if (left === 0) return
    const look = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / SECOND)))
    const timer = setInterval(look, SECOND)
    return () => clearInterval(timer)
  }, [left, end])
  const begin = (seconds: number) => {
    setEnd(Date.now() + seconds * SECOND)
    setLeft(seconds)
  }
  return [left, begin]
}
