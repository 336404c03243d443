import { useEffect } from 'react'
import { useTimeLeft } from '../clock/use-now.ts'
import { isStill } from '../ui/preferences.ts'
import { forgetPost, LINGER_MILLISECONDS } from './post-cache.ts'

const BURN_MILLISECONDS = 700

/** How a post on screen comes to its end: it lives, is read to its end by somebody, or burns away. */
export type Ending = 'none' | 'lingering' | 'burning'

/**
 * Follows a post on screen to its end, and forgets it when it has burnt away.
 * @param isHeld whether somebody reads it right now: then it stays a little longer
 */
export function useEnding(id: string, expiresAt: number, isHeld: boolean) {
  const left = useTimeLeft(expiresAt)
  const ending = endingOf(left, isHeld)

  useEffect(() => {
    if (ending !== 'burning') return
    const timer = setTimeout(() => forgetPost(id), isStill() ? 0 : BURN_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [ending, id])

  return { left: Math.max(0, left), ending }
}

export function endingOf(left: number, isHeld: boolean): Ending {
  if (left > 0) return 'none'
  return isHeld && left > -LINGER_MILLISECONDS ? 'lingering' : 'burning'
}
