import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/**
 * Arriving at a page: a new one begins at its top, and readers' focus goes to its heading.
 * Going back, the page finds its own place.
 */
export function useArrival(): void {
  const router = useRouter()
  const isStep = useRef(false)

  useEffect(() => {
    const stopActions = router.history.subscribe(({ action }) => {
      isStep.current = action.type === 'PUSH' || action.type === 'REPLACE'
    })
    const stopArrivals = router.subscribe('onRendered', ({ fromLocation, toLocation, pathChanged }) => {
      if (!fromLocation) return
      const isOtherView = pathChanged || fromLocation.searchStr !== toLocation.searchStr
      if (isOtherView && isStep.current) scrollTo(0, 0)
      // Another view of the same page leaves the focus on what led to it.
      if (pathChanged) focusHeading()
    })
    return () => {
      stopActions()
      stopArrivals()
    }
  }, [router])
}

/** Leaves the focus where a page has put it already. */
function focusHeading(): void {
  const main = document.querySelector('main')
  const active = document.activeElement
  // A link in a list that has made room for the page holds the focus for nobody.
  const isOnPage = active !== document.body && main?.contains(active) && active?.checkVisibility()
  if (document.querySelector('dialog[open]') || isOnPage) return
  const heading = main?.querySelector<HTMLElement>('h1')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
