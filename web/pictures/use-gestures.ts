import { type RefObject, useEffect, useRef } from 'react'
import { distanceOf, middleOf, type Point } from './pan-zoom.ts'

export interface Gestures {
  /** One finger or the mouse has moved so far since the last time. */
  onPan: (by: Point) => void
  /** Two fingers or the wheel: so many times larger, around this point, in pixels from the middle of the stage. */
  onZoom: (factor: number, at: Point) => void
  /** All fingers are off. `way` is how far one finger went; zero after a pinch. */
  onEnd?: (way: Point) => void
  onTap?: (at: Point) => void
  onDoubleTap?: (at: Point) => void
}

const DOUBLE_TAP_MILLISECONDS = 300
const TAP_PIXELS = 12
const WHEEL_SPEED = 0.0025

/** Fingers, pen, mouse and wheel on an element, as panning and zooming. The element wants `touch-action: none`. */
export function useGestures(stage: RefObject<HTMLElement | null>, gestures: Gestures): void {
  const latest = useRef(gestures)
  useEffect(() => {
    latest.current = gestures
  })
  useEffect(() => {
    const element = stage.current
    if (element === null) return
    return listen(element, () => latest.current)
  }, [stage])
}

function listen(element: HTMLElement, gestures: () => Gestures): () => void {
  const fingers = new Map<number, Point>()
  let way: Point = { x: 0, y: 0 }
  let wasPinch = false
  let lastTap = { time: Number.NEGATIVE_INFINITY, x: 0, y: 0 }

  const fromMiddle = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 }
  }
  const down = (event: PointerEvent) => {
    const isOnButton = event.target instanceof Element && event.target.closest('button, a') !== null
    if (event.button !== 0 || isOnButton) return
    element.setPointerCapture(event.pointerId)
    if (fingers.size === 0) {
      way = { x: 0, y: 0 }
      wasPinch = false
    }
    fingers.set(event.pointerId, fromMiddle(event))
  }
  const move = (event: PointerEvent) => {
    const before = fingers.get(event.pointerId)
    if (before === undefined) return
    const now = fromMiddle(event)
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    fingers.set(event.pointerId, now)
    const by = { x: now.x - before.x, y: now.y - before.y }
    if (other === undefined) {
      way = { x: way.x + by.x, y: way.y + by.y }
      gestures().onPan(by)
    } else {
      wasPinch = true
      gestures().onPan({ x: by.x / 2, y: by.y / 2 })
      gestures().onZoom(distanceOf(now, other) / Math.max(1, distanceOf(before, other)), middleOf(now, other))
    }
  }
  const up = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId) || fingers.size > 0) return
    gestures().onEnd?.(wasPinch ? { x: 0, y: 0 } : way)
    if (wasPinch || event.type !== 'pointerup' || Math.hypot(way.x, way.y) > TAP_PIXELS) return
    const tap = { time: event.timeStamp, ...fromMiddle(event) }
    const isDouble =
      tap.time - lastTap.time < DOUBLE_TAP_MILLISECONDS && distanceOf(tap, lastTap) < TAP_PIXELS * 2
    lastTap = isDouble ? { ...tap, time: Number.NEGATIVE_INFINITY } : tap
    if (isDouble) gestures().onDoubleTap?.(tap)
    else gestures().onTap?.(tap)
  }
  const wheel = (event: WheelEvent) => {
    event.preventDefault()
    // Trackpads tell a pinch as a wheel with Control, in much smaller steps.
    const speed = event.ctrlKey ? WHEEL_SPEED * 4 : WHEEL_SPEED
    gestures().onZoom(Math.exp(-event.deltaY * speed), fromMiddle(event))
  }
  const listening = new AbortController()
  const { signal } = listening
  element.addEventListener('pointerdown', down, { signal })
  element.addEventListener('pointermove', move, { signal })
  element.addEventListener('pointerup', up, { signal })
  element.addEventListener('pointercancel', up, { signal })
  element.addEventListener('wheel', wheel, { signal, passive: false })
  return () => listening.abort()
}
