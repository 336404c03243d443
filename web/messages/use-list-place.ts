import { useLayoutEffect, useRef } from 'react'

/** Where the list is a page of its own, it is where its reader left it when they come back from a conversation. */
export function useListPlace(isShown: boolean): void {
  const place = useRef(0)
  useLayoutEffect(() => {
    if (!isShown) return
    scrollTo(0, place.current)
    const keep = () => {
      place.current = scrollY
    }
    addEventListener('scroll', keep, { passive: true })
    return () => removeEventListener('scroll', keep)
  }, [isShown])
}
