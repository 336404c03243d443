import { type RefObject, useLayoutEffect, useRef } from 'react'

/** The height of something as long as it lives. What is left of it keeps this room, so that nothing jumps. */
export function useRoomOf(element: RefObject<HTMLElement | null>, isAlive: boolean) {
  const height = useRef<number>(undefined)
  useLayoutEffect(() => {
    if (isAlive) height.current = element.current?.getBoundingClientRect().height
  })
  return height
}
