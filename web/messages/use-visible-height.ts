import { type RefObject, useEffect } from 'react'

/**
 * Keeps an element within what is seen above a keyboard on the screen. Some browsers lay it over the page
 * and tell of it by `visualViewport` alone.
 */
export function useVisibleHeight(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const viewport = window.visualViewport
    if (viewport === null) return
    const fit = () => {
      const covered = element.current
      if (covered === null) return
      const isCovered = viewport.scale === 1 && innerHeight - viewport.height > 1
      const { style, offsetTop } = covered
      style.height = isCovered ? `${viewport.height - offsetTop}px` : ''
      style.translate = isCovered ? `0 ${viewport.offsetTop}px` : ''
    }
    fit()
    viewport.addEventListener('resize', fit)
    viewport.addEventListener('scroll', fit)
    return () => {
      viewport.removeEventListener('resize', fit)
      viewport.removeEventListener('scroll', fit)
    }
  }, [element])
}
