import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** What is in view, from the top, and how far each lies below the upper edge; or simply the end. */
type Place = 'end' | readonly { element: Element; below: number }[]

const NEAR_PIXELS = 32

/**
 * Keeps what is read where it is, whatever comes, goes or grows: at the end the view follows the end,
 * elsewhere what is at the upper edge stays there. Each child of the content is something that can be held on to.
 */
export function useStillView(content: RefObject<HTMLElement | null>) {
  const scroller = useRef<HTMLDivElement>(null)
  const place = useRef<Place>('end')
  const sizes = useRef('')
  const [isAtEnd, setIsAtEnd] = useState<boolean>()

  const note = useCallback(() => {
    if (scroller.current === null || content.current === null) return
    place.current = placeIn(scroller.current, content.current)
    sizes.current = sizesOf(scroller.current)
    setIsAtEnd(place.current === 'end')
  }, [content])

  const hold = useCallback(() => {
    const box = scroller.current
    // Where nothing has grown the reader may be scrolling right now.
    if (box === null || sizes.current === sizesOf(box)) return
    goBackTo(place.current, box)
    sizes.current = sizesOf(box)
  }, [])

  useLayoutEffect(hold)
  // Only now it is known where a conversation opens.
  useEffect(note, [note])
  useEffect(() => {
    const observer = new ResizeObserver(hold)
    for (const { current } of [scroller, content]) if (current) observer.observe(current)
    return () => observer.disconnect()
  }, [hold, content])

  const toEnd = useCallback(() => {
    place.current = 'end'
    setIsAtEnd(true)
    if (scroller.current) goBackTo('end', scroller.current)
  }, [])

  /** Puts this at the upper edge, unless it is in view at the end as well. */
  const startAt = useCallback(
    (element: Element) => {
      const box = scroller.current
      if (box === null || topIn(box, element) >= 0) return
      goBackTo([{ element, below: 8 }], box)
      note()
    },
    [note],
  )
  return { scroller, isAtEnd, note, toEnd, startAt }
}

function placeIn(scroller: Element, content: Element): Place {
  const { scrollHeight, scrollTop, clientHeight } = scroller
  if (scrollHeight - scrollTop - clientHeight < NEAR_PIXELS) return 'end'
  return [...content.children]
    .filter((element) => topIn(scroller, element) + element.clientHeight > 0)
    .map((element) => ({ element, below: topIn(scroller, element) }))
}

function goBackTo(place: Place, scroller: Element): void {
  if (place === 'end') {
    scroller.scrollTop = scroller.scrollHeight
    return
  }
  const held = place.find(({ element }) => element.isConnected)
  if (held) scroller.scrollTop += topIn(scroller, held.element) - held.below
}

const sizesOf = ({ scrollHeight, clientHeight }: Element) => `${scrollHeight} ${clientHeight}`

const topIn = (scroller: Element, element: Element) =>
  element.getBoundingClientRect().top - scroller.getBoundingClientRect().top
