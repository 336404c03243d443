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
      const isCovered = viewport.scale === 1 && innerHeight - viewport.height > 1
      const style = element.current?.style
      style?.setProperty('--visible-height', isCovered ? `${viewport.height}px` : '100dvh')
      style?.setProperty('--visible-top', isCovered ? `${viewport.offsetTop}px` : '0px')
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
