import { useRouter } from '@tanstack/react-router'
import { type RefObject, useLayoutEffect, useState } from 'react'
import { isPlaceKnown } from './feed-places.ts'

/**
 * When something comes in above what is looked at, the page is scrolled by its height, so that nothing moves.
 * Whoever comes back to the page has their own place.
 * @param name of the place, as `useFeedPlace` keeps it
 */
export function useStillBelow(above: RefObject<HTMLElement | null>, isThere: boolean, name: string): void {
  const router = useRouter()
  const [isBack] = useState(() => isPlaceKnown(name))
  useLayoutEffect(() => {
    const height = above.current?.offsetHeight ?? 0
    if (!isThere || isBack || height === 0) return
    window.scrollBy(0, height)
    // Arriving at a page scrolls to its top once more.
    const stop = router.subscribe('onRendered', ({ pathChanged }) => {
      if (pathChanged) window.scrollTo(0, height)
      stop()
    })
    return stop
  }, [above, isThere, isBack, router])
}
