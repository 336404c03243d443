import { useState } from 'react'
import { clamp, contained, type Point, restingView, type View, zoomedAt } from './pan-zoom.ts'

interface Box {
  width: number
  height: number
}

interface Options {
  /** The picture's size when its scale is 1. */
  picture: Box
  /** What it covers, as soon as it is large enough. */
  frame: Box
  largest: number
  /** Whether it may be pulled about while its scale is 1, to be let go again. */
  isLoose?: boolean
}

const MIDDLE: Point = { x: 0, y: 0 }

/** A picture that can be moved and scaled within its frame. */
export function useZoom({ picture, frame, largest, isLoose = false }: Options) {
  const [view, setView] = useState<View>(restingView)
  const isClose = view.scale > 1.01
  return {
    view,
    isClose,
    rest: () => setView(restingView),
    pan: (by: Point) =>
      setView((before) => {
        const next = { ...before, x: before.x + by.x, y: before.y + by.y }
        return isLoose && before.scale <= 1.01 ? next : contained(next, picture, frame)
      }),
    zoomBy: (factor: number, at: Point = MIDDLE) =>
      setView((before) => {
        const scale = clamp(before.scale * factor, 1, largest)
        return contained(zoomedAt(before, at, scale), picture, frame)
      }),
    zoomTo: (scale: number, at: Point = MIDDLE) =>
      setView((before) => contained(zoomedAt(before, at, clamp(scale, 1, largest)), picture, frame)),
  }
}
