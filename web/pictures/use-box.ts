import { type RefObject, useLayoutEffect, useState } from 'react'

/** How large an element is, in pixels, as it changes; undefined before it is measured. */
export function useBox(element: RefObject<HTMLElement | null>) {
  const [box, setBox] = useState<{ width: number; height: number }>()
  useLayoutEffect(() => {
    const measured = element.current
    if (measured === null) return
    const measure = () => setBox({ width: measured.clientWidth, height: measured.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(measured)
    return () => observer.disconnect()
  }, [element])
  return box
}
