import { useEffect, useRef } from 'react'
import type { Point } from './pan-zoom.ts'
import type { useZoom } from './use-zoom.ts'

const STEP = 1.4
const PAN_PIXELS = 60

const arrows: Record<string, Point> = {
  ArrowLeft: { x: PAN_PIXELS, y: 0 },
  ArrowRight: { x: -PAN_PIXELS, y: 0 },
  ArrowUp: { x: 0, y: PAN_PIXELS },
  ArrowDown: { x: 0, y: -PAN_PIXELS },
}

/** Plus, minus and 0 zoom; the arrows turn to the next photo, or move about in a close one. */
export function useLightboxKeys(zoom: ReturnType<typeof useZoom>, turn: (by: -1 | 1) => void): void {
  const onKey = (event: KeyboardEvent) => {
    const isInText = event.target instanceof Element && event.target.closest('.lightbox-alt') !== null
    const isOther = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented
    const deed = isOther ? undefined : deedFor(event.key, zoom, turn)
    if (deed === undefined || (isInText && event.key.startsWith('Arrow'))) return
    event.preventDefault()
    deed()
  }
  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

function deedFor(key: string, zoom: ReturnType<typeof useZoom>, turn: (by: -1 | 1) => void) {
  const arrow = arrows[key]
  if (key === '+' || key === '=') return () => zoom.zoomBy(STEP)
  if (key === '-') return () => zoom.zoomBy(1 / STEP)
  if (key === '0') return zoom.rest
  if (arrow && zoom.isClose) return () => zoom.pan(arrow)
  if (key === 'ArrowLeft') return () => turn(-1)
  if (key === 'ArrowRight') return () => turn(1)
  return undefined
}
