import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import type { CacheSnapshot, WindowVirtualizerHandle } from 'virtua'

interface Place {
  y: number
  count: number
  cache: CacheSnapshot
}

const places = new Map<string, Place>()

/** Keeps the reader's place in a feed while they are elsewhere, to the pixel, in memory alone. */
export function useFeedPlace(name: string, count: number, list: RefObject<WindowVirtualizerHandle | null>) {
  const [place] = useState(() => fitting(places.get(name), count))

  useLayoutEffect(() => {
    if (place) window.scrollTo(0, place.y)
  }, [place])

  useEffect(() => {
    let frame = 0
    const keep = () => {
      if (list.current) places.set(name, { y: window.scrollY, count, cache: list.current.cache })
    }
    const keepSoon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(keep)
    }
    window.addEventListener('scroll', keepSoon, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', keepSoon)
    }
  }, [name, count, list])

  return place?.cache
}

/** A feed that was read anew in between has other posts in other places. */
const fitting = (place: Place | undefined, count: number) => (place?.count === count ? place : undefined)
