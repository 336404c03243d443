import { type RefObject, useEffect, useRef } from 'react'

/** A long list takes what leaves the screen off the page: the focus comes back with it. */
export function useFocusBack(article: RefObject<HTMLElement | null>, takesFocus = false): void {
  const isWanted = useRef(takesFocus)
  useEffect(() => {
    if (isWanted.current && document.activeElement === document.body)
      article.current?.focus({ preventScroll: true })
  }, [article])
}
