import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react'
import { t } from '../language/words.ts'
import { announce } from '../ui/announce.ts'
import type { TrayPhoto } from './tray-photos.ts'
import { movePhoto, photosIn } from './trays.ts'

/** So far a finger may tremble before it drags. */
const TREMBLE_PIXELS = 8

/** Lets photos be dragged into another order, by mouse, pen or finger. The others make room at once. */
export function useReorder(tray: string, photos: readonly TrayPhoto[]) {
  const list = useRef<HTMLUListElement>(null)
  const [dragged, setDragged] = useState<string>()
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])

  const drag = (down: ReactPointerEvent, key: string) => {
    const isOnButton = down.target instanceof Element && down.target.closest('button') !== null
    if (down.button !== 0 || isOnButton || photos.length < 2) return
    const listening = new AbortController()
    let hasBegun = false
    const finish = () => {
      listening.abort()
      setDragged(undefined)
      if (!hasBegun) return
      const all = photosIn(tray)
      const place = all.findIndex((photo) => photo.key === key) + 1
      announce(t('Photo moved to place {place} of {count}', { place, count: all.length }))
    }
    stop.current = finish
    const follow = (move: PointerEvent) => {
      const way = Math.hypot(move.clientX - down.clientX, move.clientY - down.clientY)
      if (!hasBegun && way < TREMBLE_PIXELS) return
      hasBegun = true
      setDragged(key)
      const over = placeUnder(list.current, move)
      if (over !== undefined && photosIn(tray)[over]?.key !== key) movePhoto(tray, key, over)
    }
    const { signal } = listening
    addEventListener('pointermove', follow, { signal })
    addEventListener('pointerup', finish, { signal })
    addEventListener('pointercancel', finish, { signal })
  }
  return { list, dragged, drag }
}

function placeUnder(list: HTMLElement | null, { clientX, clientY }: PointerEvent): number | undefined {
  const items = [...(list?.children ?? [])]
  const place = items.findIndex((item) => {
    const { left, right, top, bottom } = item.getBoundingClientRect()
    return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom
  })
  return place < 0 ? undefined : place
}
