import { type RefObject, useLayoutEffect, useState } from 'react'
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
    else places.delete(name)
  }, [name, place])

  useLayoutEffect(() => {
    const keep = (y?: number) => {
      if (list.current && y !== undefined) places.set(name, { y, count, cache: list.current.cache })
    }
    const keepScroll = () => keep(window.scrollY)
    // Posts are added and measured after the last scrolling, too.
    const keepPosts = () => keep(places.get(name)?.y)
    keepPosts()
    window.addEventListener('scroll', keepScroll, { passive: true })
    return () => {
      keepPosts()
      window.removeEventListener('scroll', keepScroll)
    }
  }, [name, count, list])

  return place?.cache
}

/** Whether its reader comes back to it. */
export const isPlaceKnown = (name: string) => places.has(name)

/** A feed that was read anew in between has other posts in other places. */
const fitting = (place: Place | undefined, count: number) => (place?.count === count ? place : undefined)
